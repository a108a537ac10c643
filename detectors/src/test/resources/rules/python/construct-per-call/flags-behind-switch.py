#@ path: vllm/v1/worker/gpu_model_runner.py
"""Read only where a constant of the program is set, which it is not while it serves."""
import os

RECORDS = False


class Runner:
    def execute_model(self, layer):
        if not RECORDS:
            return False
        return os.environ.get("RECORDED_LAYERS", "") != ""
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ construct-per-call minor
