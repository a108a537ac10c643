--- Tells the servers of configuration files that were written. On Linux, Neovim does not watch files for servers unless the user
--- asks it to, so that a server would not hear of what is changed in the editor itself.
local rpc = require('perf-review.rpc')
local workspace = require('perf-review.workspace')

local M = {}

local CHANGED = 2 -- FileChangeType of the protocol

local group = nil

--- Watches, from the first call on.
--- @param running fun(): vim.lsp.Client[] the clients to tell
function M.start(running)
  if group then
    return
  end
  group = vim.api.nvim_create_augroup('perf-review.watch', { clear = true })
  local names = vim.list_extend({ 'pyproject.toml', 'Cargo.toml' }, workspace.configuration_files)
  vim.api.nvim_create_autocmd('BufWritePost', {
    group = group,
    pattern = names,
    desc = 'Tell perf-review of its changed configuration',
    callback = function(event)
      local change = { uri = vim.uri_from_fname(vim.fn.fnamemodify(event.match, ':p')), type = CHANGED }
      for _, client in ipairs(running()) do
        rpc.notify(client, 'workspace/didChangeWatchedFiles', { changes = { change } })
      end
    end,
  })
end

return M
