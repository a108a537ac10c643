--- Says so when `vim.lsp.enable()` has no program to start: Neovim 0.12 only notes that in its log.
local messages = require('perf-review.messages')
local server = require('perf-review.server')
local workspace = require('perf-review.workspace')

local M = {}

local watching = false

local function tell(name, reason)
  if vim.lsp.is_enabled and not vim.lsp.is_enabled(name) then
    return
  end
  local command = vim.lsp.config[name].cmd
  if type(command) == 'table' and vim.fn.executable(command[1]) == 0 then
    messages.tell_once(command[1] == 'perf-review' and reason or server.problem(command))
  end
end

--- Looks at the command that holds in the end, perhaps the user's own, whenever there is a file to review. Neovim may read a
--- configuration many times; this watches once.
--- @param name string of the configuration
--- @param reason string why our own search found no program
function M.watch(name, reason)
  if watching then
    return
  end
  watching = true
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('perf-review.missing', { clear = true }),
    pattern = workspace.filetypes,
    desc = 'Say so when there is no perf-review to start',
    callback = function()
      tell(name, reason)
    end,
  })
  -- Neovim reads a configuration while it handles the first file, which may be one for us.
  vim.schedule(function()
    if vim.iter(vim.api.nvim_list_bufs()):any(workspace.is_reviewed) then
      tell(name, reason)
    end
  end)
end

return M
