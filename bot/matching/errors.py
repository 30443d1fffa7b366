"""What can be wrong with the engine's own files; raised when it is loaded, never while it routes."""


class ModelError(RuntimeError):
    """The model, its tokenizer or its coefficients are missing, damaged or do not belong together."""
