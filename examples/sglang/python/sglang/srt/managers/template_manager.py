"""Turns messages into prompts."""

from __future__ import annotations

from pathlib import Path


class TemplateManager:
    """The chat templates of a folder."""

    def __init__(self, folder: str):
        self.folder = folder

    def prompt_of(self, model: str, messages: list[dict]) -> str:
        """The prompt of a conversation."""
        return self._template_of(model).format(messages=messages)

    def _template_of(self, model: str) -> str:
        return Path(self.folder, model).read_text()
