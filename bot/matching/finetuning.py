"""Teaches the encoder which member an ask is for. A step looks at two circles: ten asks and four listen-fors of each,
against all members of both and "nobody". Needed to build the model, never to route."""

import copy
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch  # type: ignore[import-not-found, unused-ignore]
from torch import nn  # type: ignore[import-not-found, unused-ignore]

from bot.domain.routing import Statement
from bot.matching.graph import Graph
from bot.matching.labelled import Circle

_BATCH = 12  # texts of similar length
_SHARPNESS = 20.0  # logits a unit of cosine
_FROZEN = 2  # lowest layers that stay as they are, like the embeddings
_ASKS, _LISTENS = 10, 4  # of each of the two circles of a step
_ACCEPTABLE, _NOBODY_FOR_ACCEPTABLE = 0.4, 0.3
_RATE, _PULL_RATE, _SCALAR_RATE = 5e-5, 2e-3, 2e-2
_WARM_UP = 20  # steps


@dataclass(frozen=True, slots=True)
class Row:
    """One text, and the share of each member of both circles, and of nobody, in being right for it."""

    text: str
    shares: dict[int, float]
    author: int | None


class Pupil:
    """A graph that learns. The layers that stay as they are look at each text once."""

    def __init__(self, graph: Graph) -> None:
        layers = graph.bert.encoder.layer
        self._graph = graph
        self._lower = _part(graph, graph.bert.embeddings, layers[:_FROZEN])
        self._upper = _part(graph, _Given(), layers[_FROZEN:])
        self._upper.train()
        self._seen: dict[str, Any] = {}
        for module in self._upper.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.05

    def vectors(self, texts: Sequence[str]) -> Any:
        """(texts, 384), unit length, in the order of the texts."""
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        made = [self._batch([texts[row] for row in order[i : i + _BATCH]]) for i in range(0, len(order), _BATCH)]
        back = sorted(range(len(order)), key=lambda place: order[place])
        return torch.cat(made)[back]

    def _batch(self, texts: Sequence[str]) -> Any:
        self._look([text for text in texts if text not in self._seen])
        known = [self._seen[text] for text in texts]
        width = max(map(len, known))
        states = torch.stack([nn.functional.pad(one, (0, 0, 0, width - len(one))) for one in known])
        mask = torch.tensor([[1] * len(one) + [0] * (width - len(one)) for one in known])
        states = self._upper(inputs_embeds=states, attention_mask=mask).last_hidden_state
        return self._graph.pooled(states, mask)

    def _look(self, texts: Sequence[str]) -> None:
        if texts:
            ids, mask = self._graph.read(texts)
            with torch.no_grad():
                states = self._lower(input_ids=ids, attention_mask=mask).last_hidden_state
            for text, found, there in zip(texts, states, mask, strict=True):
                self._seen[text] = found[: int(there.sum())].clone()


class _Given(nn.Module):  # type: ignore[misc, unused-ignore]
    """In the place of embeddings: what is given."""

    def forward(self, inputs_embeds: Any, **_: Any) -> Any:
        return inputs_embeds


def _part(graph: Graph, embeddings: Any, layers: Any) -> Any:
    """Some layers of the graph, with its very weights, as a model of their own."""
    part = copy.deepcopy(graph.bert)
    part.embeddings, part.encoder.layer = embeddings, layers
    return part.eval()


class Task(nn.Module):  # type: ignore[misc, unused-ignore]
    """The numbers that turn cosines into logits while training; the engine's own are fitted afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.nobody = nn.Parameter(torch.tensor(9.0))
        self.heard = nn.Parameter(torch.tensor(0.0))
        self.refused = nn.Parameter(torch.tensor(0.5))

    def loss(self, pupil: Pupil, rows: Sequence[Row], members: Sequence[Statement], chance: random.Random) -> Any:
        asks = pupil.vectors([row.text for row in rows])
        whole = asks @ pupil.vectors([_whole(member, chance) for member in members]).T
        heard = _nearest(pupil, asks, rows, [chance.sample(m.listen_for, min(2, len(m.listen_for))) for m in members])
        against = _nearest(pupil, asks, rows, [[m.not_a_fit] if m.not_a_fit else [] for m in members])
        penalty = nn.functional.softplus(8 * (against - whole)) / 8 * nn.functional.softplus(self.refused)
        penalty = torch.where(against > -0.99, penalty, torch.zeros_like(penalty))
        share = torch.sigmoid(self.heard)
        both = (1 - share) * whole + share * torch.where(heard > -0.99, heard, whole)
        wanted = torch.tensor([[row.shares.get(i, 0.0) for i in range(len(members) + 1)] for row in rows])
        authors = torch.tensor([[row.author == i for i in range(len(members))] for row in rows])
        loss = 0.0
        for cosines, weight in ((whole, 0.6), (both, 0.4)):
            logits = (_SHARPNESS * (cosines - penalty)).masked_fill(authors, -1e4)
            logits = torch.cat([logits, self.nobody.expand(len(rows), 1)], dim=1)
            loss = loss - weight * (wanted * torch.log_softmax(logits, 1)).sum(1).mean()
        somebody = wanted[:, :-1].sum(1) > 0
        ranks = torch.log_softmax((_SHARPNESS * (whole - penalty)).masked_fill(authors, -1e4)[somebody], 1)
        aims = wanted[somebody][:, :-1]
        return loss - 0.5 * (aims / aims.sum(1, keepdim=True) * ranks).sum(1).mean()


def finetune(graph: Graph, circles: Sequence[Circle], steps: int, seed: int = 1) -> None:
    """Changes `graph` in place; a step takes about 4 seconds on two cores."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    pupil, task = Pupil(graph), Task()
    moving = [weight for layer in graph.bert.encoder.layer[_FROZEN:] for weight in layer.parameters()]
    groups = [(moving, _RATE, 0.01), ([graph.pull], _PULL_RATE, 0.0), (list(task.parameters()), _SCALAR_RATE, 0.0)]
    optimizer = torch.optim.AdamW([{"params": p, "lr": rate, "weight_decay": decay} for p, rate, decay in groups])
    decks: dict[str, list[int]] = {circle.id: [] for circle in circles}
    for step in range(steps):
        for group, (_, rate, _) in zip(optimizer.param_groups, groups, strict=True):
            group["lr"] = rate * min(1.0, step / _WARM_UP) * max(0.03, 1 - step / steps)
        rows, members = _step(chance.sample(list(circles), 2), decks, chance)
        loss = task.loss(pupil, rows, members, chance)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(moving, 1.0)
        optimizer.step()
        sys.stdout.write(f"step {step + 1} of {steps}: {float(loss):.3f}\n")


def _step(
    pair: Sequence[Circle], decks: dict[str, list[int]], chance: random.Random
) -> tuple[list[Row], list[Statement]]:
    members = [member for circle in pair for member in circle.members]
    rows, base = [], 0
    for circle in pair:
        place = {str(member.member): base + i for i, member in enumerate(circle.members)}
        base += len(circle.members)
        deck = decks[circle.id]
        if len(deck) < _ASKS:
            deck += chance.sample(range(len(circle.requests)), len(circle.requests))
        for request in (circle.requests[deck.pop(0)] for _ in range(min(_ASKS, len(deck)))):
            shares = {place[key]: 1.0 if grade == 2 else _ACCEPTABLE for key, grade in request.relevant.items()}
            if not shares or 2 not in request.relevant.values():
                shares[len(members)] = _NOBODY_FOR_ACCEPTABLE if shares else 1.0
            total = sum(shares.values())
            rows.append(Row(request.text, {i: s / total for i, s in shares.items()}, place.get(request.author)))
        heard = [member for member in circle.members if member.listen_for]
        for member in chance.sample(heard, min(_LISTENS, len(heard))):
            rows.append(Row(chance.choice(member.listen_for), {place[str(member.member)]: 1.0}, None))
    # "Nobody" stands behind the members of both circles.
    return rows, members


def _whole(member: Statement, chance: random.Random) -> str:
    """The statement, now and then without its trade or with the name of the business: members leave fields out."""
    kind = chance.random()
    if kind < 0.15:
        return member.perfect_client
    if kind < 0.30:
        return f"{member.business}. {member.what_i_do} {member.perfect_client}"
    if kind < 0.40:
        return f"{member.perfect_client} {member.what_i_do}"
    return f"{member.what_i_do} {member.perfect_client}"


def _nearest(pupil: Pupil, asks: Any, rows: Sequence[Row], texts: Sequence[Sequence[str]]) -> Any:
    """(rows, members): the highest cosine with a text of each, −1 for none; never of a text with itself."""
    flat = [(owner, text) for owner, own in enumerate(texts) for text in own]
    made = torch.full((len(rows), len(texts)), -1.0)
    if not flat:
        return made
    cosines = asks @ pupil.vectors([text for _, text in flat]).T
    same = torch.tensor([[row.text == text for _, text in flat] for row in rows])
    owners = torch.tensor([owner for owner, _ in flat]).expand(len(rows), -1)
    return made.scatter_reduce(1, owners, cosines.masked_fill(same, -1.0), "amax")
