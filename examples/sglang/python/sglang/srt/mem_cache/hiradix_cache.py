"""A prefix cache with a host tier: nodes are written through to host memory and loaded back when they are asked for again."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class TreeNode:
    """A run of tokens, and where its KV pages are."""

    key: tuple[int, ...] = ()
    children: dict[int, TreeNode] = field(default_factory=dict)
    lock_ref: int = 0
    on_host: bool = False


@dataclass
class Acknowledgement:
    """A copy between device and host that was started and may be finished."""

    node: TreeNode
    finish_event: object

    def is_finished(self) -> bool:
        return self.finish_event.query()


class HiRadixCache:
    """The tree, and the copies in flight."""

    def __init__(self, storage_options: str = ""):
        self.root = TreeNode()
        self.ack_write_queue: list[Acknowledgement] = []
        self.ack_load_queue: deque[Acknowledgement] = deque()
        self.storage_options = self._parse_storage_options(storage_options)

    def _parse_storage_options(self, text: str) -> dict[str, str]:
        words = text.split(",")
        backend = words.pop(0)
        options = {"backend": backend}
        for word in words:
            name, _, value = word.partition("=")
            options[name] = value
        return options

    def match_prefix(self, tokens: tuple[int, ...]) -> list[TreeNode]:
        """The nodes that together hold the longest known prefix."""
        path = []
        node = self.root
        position = 0
        while position < len(tokens):
            child = node.children.get(tokens[position])
            if child is None or tokens[position : position + len(child.key)] != child.key:
                break
            path.append(child)
            position += len(child.key)
            node = child
        return path

    def write_backup(self, node: TreeNode, finish_event: object) -> None:
        """Starts to copy a node to the host; it stays locked until the copy is acknowledged."""
        node.lock_ref += 1
        self.ack_write_queue.append(Acknowledgement(node, finish_event))

    def check_hicache_events(self) -> None:
        """Called by the scheduler on every step."""
        self.writing_check()
        self.loading_check()

    def writing_check(self) -> None:
        """Unlocks the nodes whose copy to the host is finished."""
        while self.ack_write_queue and self.ack_write_queue[0].is_finished():
            acknowledgement = self.ack_write_queue.pop(0)
            acknowledgement.node.lock_ref -= 1
            acknowledgement.node.on_host = True

    def loading_check(self) -> None:
        """Unlocks the nodes whose copy back to the device is finished."""
        while self.ack_load_queue and self.ack_load_queue[0].is_finished():
            self.ack_load_queue.popleft().node.lock_ref -= 1

    def pretty_print(self) -> str:
        """The tree as text, for a person who debugs it."""
        text = ""
        stack = [(self.root, 0)]
        while stack:
            node, depth = stack.pop()
            text += " " * depth + str(len(node.key)) + "\n"
            stack.extend((child, depth + 2) for child in node.children.values())
        return text
