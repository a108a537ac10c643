-- For `vim.lsp.enable('perf-review')` (Neovim 0.11 and later), with the settings of `vim.lsp.config('perf-review', { … })`.
local client = require('perf-review.client')
local crashes = require('perf-review.crashes')
local workspace = require('perf-review.workspace')

local command, reason = require('perf-review.server').command({})
require('perf-review.missing').watch(client.name, reason)

--- @type vim.lsp.Config
return vim.tbl_extend(
  'force',
  client.callbacks(function()
    return true
  end),
  {
    cmd = command or { 'perf-review', 'server', '--stdio' },
    filetypes = workspace.filetypes,
    root_dir = function(buffer, on_directory)
      local root = workspace.root(buffer)
      if not crashes.gave_up(root) then
        on_directory(root)
      end
    end,
  }
)
