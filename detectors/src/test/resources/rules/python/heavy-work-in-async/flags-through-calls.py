#@ path: gateway/entrypoints/completion.py
"""A handler whose base class, in another file, tokenizes."""
from gateway.entrypoints.base import Serving


class Completion(Serving):
    async def create(self, request, tokenizer):
        prompts = self.preprocess(tokenizer, request.prompts)
        #~        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-work-in-async moderate
        return await self.engine.generate(prompts)
