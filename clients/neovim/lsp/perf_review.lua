-- For `vim.lsp.enable('perf_review')` (Neovim 0.11 and later), with the settings of `vim.lsp.config('perf_review', { … })`.
local client = require('perf_review.client')
local server = require('perf_review.server')
local workspace = require('perf_review.workspace')

--- @type vim.lsp.Config
return {
  -- Without a server, Neovim's own message names the program that is missing.
  cmd = server.command({}) or { 'perf-review', 'server', '--stdio' },
  filetypes = client.filetypes,
  root_dir = function(buffer, on_directory)
    on_directory(workspace.root(buffer))
  end,
}
