#@ path: python/sglang/srt/managers/scheduler.py
import json
import logging

logger = logging.getLogger(__name__)


class Scheduler:
    def __init__(self, path):
        # Once.
        self.extra = json.loads(path)

    def process(self, result, tokenizer):
        # For people.
        logger.info(json.dumps(result.statistics))
        # Start-up, wherever it stands.
        table = json.loads(self.table_path.read_text())
        # Not serialisation.
        text = tokenizer.decode(result.ids)
        data = text.encode()
        return table, data

    def load_config(self, text):
        # The name says what it is for.
        return json.loads(text)
