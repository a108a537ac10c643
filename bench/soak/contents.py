"""Texts and bytes that nobody would write, and a workspace with some of each on the disk."""

import pathlib
import random
import subprocess

DEEP = 50_000
LONG_LINE = 10_000_000
MANY_LINES = 100_000

CODE = {
    "python": '''import asyncio
import time
from collections import deque


class Scheduler:
    """Keeps requests."""

    def __init__(self):
        self.waiting_queue = []
        self.names: dict[str, int] = {}

    def event_loop_normal(self):
        while True:
            request = self.waiting_queue.pop(0)
            text = ""
            for token in request.tokens:
                text += f"{token}"
            if request in list(self.names):
                print(text)

    async def fetch(self, url):
        time.sleep(0.1)
        return await asyncio.to_thread(lambda: url)


''',
    "rust": '''use std::collections::HashMap;
use std::sync::Mutex;

pub struct Indexer {
    blocks: Mutex<HashMap<u64, Vec<String>>>,
}

impl Indexer {
    pub async fn find(&self, keys: &[u64]) -> Vec<String> {
        let guard = self.blocks.lock().unwrap();
        let mut out = Vec::new();
        for key in keys {
            if guard.contains_key(key) {
                out.push(guard.get(key).unwrap().clone().join(","));
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        publish(&out).await;
        out
    }
}

''',
}


def deep(chance: random.Random, language: str) -> str:
    """Nested 50,000 deep, closed or not."""
    opening, closing = chance.choice([("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("-", ""), ("not " if language == "python" else "!", "")])
    start = "x = " if language == "python" else "fn f() { let x = "
    closed = closing * DEEP if chance.random() < 0.6 else ""
    return start + opening * DEEP + "1" + closed + "\n"


def long_line(chance: random.Random, language: str) -> str:
    """One line of ten megabytes."""
    part = chance.choice(["x", "a + ", "[1, 2], ", "\U0001F680", "'text' ", "self.waiting_queue.pop(0); "])
    return "x = " + part * (LONG_LINE // len(part.encode())) + "\n"


def many_lines(chance: random.Random, language: str) -> str:
    """A hundred thousand lines, most of them plain."""
    code = CODE[language] + ("value = compute(1, 'two')\n" if language == "python" else "const A: u32 = 1 + 2;\n") * 400
    return code * (MANY_LINES // code.count("\n") + 1)


def binary(chance: random.Random, language: str) -> str:
    """Any bytes, read as if they were text."""
    return chance.randbytes(chance.choice([10, 1000, 200_000])).decode("latin-1")


def mixed_line_ends(chance: random.Random, language: str) -> str:
    """Lines that end in any way."""
    return "".join(line + chance.choice(["\n", "\r\n", "\r", "\r\r\n", "\x0b", "\u2028"]) for line in (CODE[language] * 20).split("\n"))


def lone_surrogates(chance: random.Random, language: str) -> str:
    """Halves of characters, which JSON can say and UTF-8 cannot."""
    text = list(CODE[language] * 5)
    for _ in range(40):
        text.insert(chance.randrange(len(text)), chance.choice(["\ud800", "\udfff", "\udc00\ud800", "\U0001F680", "\0"]))
    return "".join(text)


HOSTILE = [deep, long_line, many_lines, binary, mixed_line_ends, lone_surrogates]

INSERTIONS = [
    "x", " ", "\n", "\r\n", "\r", "\t", "(", ")", "{", "}", "[", "]", '"', "'", "#", "//", "/*", "\\", '"""', "\0", "\U0001F680", "\ud83d", "\ude80",
    "é", "await ", "self.waiting_queue.pop(0)\n", "# perf: ignore\n", "# perf: hot(step)\n", "def f(", "fn f() {", "    ", ";", ",", "=" * 200,
]


def lay_out(folder: pathlib.Path) -> None:
    """A workspace whose files a server would rather not meet."""
    (folder / "engine").mkdir(parents=True)
    (folder / "engine/__init__.py").touch()
    for name in ("scheduler", "store", "router"):
        (folder / f"engine/{name}.py").write_text(CODE["python"])
        (folder / f"engine/{name}.rs").write_text(CODE["rust"])
    (folder / "truncated.py").write_bytes("x = 'é🚀'\n".encode()[:-4])
    (folder / "latin1.py").write_bytes(b"# \xe9t\xe9\n")
    (folder / "bytes.py").write_bytes(random.Random(1).randbytes(100_000))
    (folder / "empty.rs").touch()
    (folder / "line.py").write_text("x = [" + "1, " * 1_000_000 + "]\n")
    (folder / "large.py").write_text("x = 1\n" * 2_000_000)
    (folder / "deep.rs").write_text(deep(random.Random(2), "rust"))
    (folder / "loop").symlink_to("loop")
    (folder / "engine/parent").symlink_to("..", target_is_directory=True)
    (folder / "gone.py").symlink_to("nowhere.py")
    subprocess.run(["mkfifo", folder / "pipe.py"], check=False)
