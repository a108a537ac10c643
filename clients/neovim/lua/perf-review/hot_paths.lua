--- Says why a file is hot, or that it is not.
local messages = require('perf-review.messages')
local page = require('perf-review.page')
local program = require('perf-review.program')
local workspace = require('perf-review.workspace')

local M = {}

--- Shows which hot paths the file of a buffer lies on.
--- @param buffer integer
function M.show(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if not workspace.is_reviewed(buffer) or file == '' then
    messages.tell('only Python and Rust files have hot paths', vim.log.levels.WARN)
    return
  end
  program.run(workspace.root(buffer), { 'hot-paths', file }, function(answer)
    if answer.code ~= 0 then
      messages.tell(program.complaint(answer))
      return
    end
    page.show('hot-paths/' .. vim.fs.basename(file), answer.stdout, 'text')
  end)
end

return M
