"""The encoder in PyTorch, and its way to an int8 ONNX file. Needed to build the model, never to route.

MiniLM's six layers; a text's vector is the mean of its words, each weighted by what was learnt; each word's vector is
projected to 96 dimensions, the ones in which the words of statements differ most."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch  # type: ignore[import-not-found, unused-ignore]
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped, unused-ignore]
from onnxruntime.quantization.shape_inference import quant_pre_process  # type: ignore[import-untyped, unused-ignore]
from tokenizers import Tokenizer
from torch import nn  # type: ignore[import-not-found, unused-ignore]
from transformers import BertModel  # type: ignore[import-not-found, unused-ignore]

from bot.matching.encoder import DIMENSIONS, GRAIN, LONGEST

OUTPUTS = ("tokens", "weights", "grains")


class Graph(nn.Module):  # type: ignore[misc, unused-ignore]
    """`weights` folder of the original in; outputs as `encoder.Encoder` reads them."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(str(weights), add_pooling_layer=False)
        self.pull = nn.Parameter(torch.zeros(DIMENSIONS))
        self.grain = nn.Parameter(torch.zeros(DIMENSIONS, GRAIN))
        self._tokens = Tokenizer.from_file(str(tokenizer))
        self._tokens.no_padding()
        self._tokens.enable_truncation(LONGEST)

    def forward(self, input_ids: Any, attention_mask: Any) -> tuple[Any, Any, Any]:
        states = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        grains = nn.functional.normalize(states @ self.grain, dim=-1)
        return states, (states * self.pull).sum(-1), grains

    def pooled(self, states: Any, attention_mask: Any) -> Any:
        """(texts, 384), unit length: the weighted mean of the states of each text's pieces."""
        pulls = (states * self.pull).sum(-1).masked_fill(attention_mask == 0, -1e4)
        return nn.functional.normalize((states * torch.softmax(pulls, dim=-1).unsqueeze(-1)).sum(1), dim=-1)

    def project(self, texts: Sequence[str]) -> None:
        """Lets the grains be the directions in which the words of these texts differ most (uncentred)."""
        with torch.no_grad():
            words = [self.forward(*self.read([text]))[0][0] for text in texts]
            spread = torch.linalg.svd(nn.functional.normalize(torch.cat(words), dim=-1), full_matrices=False)[2]
            self.grain.data = spread[:GRAIN].T.contiguous()

    def read(self, texts: Sequence[str]) -> tuple[Any, Any]:
        """Word pieces and which of them are there, each (texts, longest)."""
        ids = [read.ids for read in self._tokens.encode_batch(list(texts))]
        width = max(map(len, ids))
        rows = [row + [0] * (width - len(row)) for row in ids]
        masks = [[1] * len(row) + [0] * (width - len(row)) for row in ids]
        return torch.tensor(rows), torch.tensor(masks)


def export(graph: Graph, target: Path) -> None:
    """Opset 17, dynamic batch and length; int8 weights per channel, reduced range."""
    graph.eval()
    plain, prepared = target.with_suffix(".float.onnx"), target.with_suffix(".prepared.onnx")
    ids = torch.randint(5, 2000, (1, 17))
    names = ["input_ids", "attention_mask"]
    axes = {name: {0: "batch", 1: "length"} for name in (*names, *OUTPUTS)}
    torch.onnx.export(
        graph, (ids, torch.ones_like(ids)), str(plain),
        input_names=names, output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain.unlink()
    prepared.unlink()
