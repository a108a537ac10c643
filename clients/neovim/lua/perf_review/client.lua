--- The client as Neovim's own LSP support wants it, and what is done with running ones.
local server = require('perf_review.server')
local settings_module = require('perf_review.settings')
local workspace = require('perf_review.workspace')

local M = {}

--- The name under which Neovim knows the client.
M.name = 'perf_review'

--- The buffers that are reviewed.
M.filetypes = { 'python', 'rust' }

--- The part of the configuration that both generations of Neovim share; nothing when there is no server.
--- @param settings perf_review.Settings
--- @return vim.lsp.ClientConfig|nil
--- @return string reason why there is none
function M.configuration(settings)
  local command, origin = server.command(settings)
  if not command then
    return nil, origin
  end
  return {
    name = M.name,
    cmd = command,
    settings = settings_module.for_server(settings),
  },
    ''
end

--- Starts the client for a buffer, or attaches the buffer to the one that already serves its workspace.
--- @param buffer integer
--- @param settings perf_review.Settings
--- @return integer|nil id of the client
--- @return string reason why there is none
function M.attach(buffer, settings)
  local configuration, reason = M.configuration(settings)
  if not configuration then
    return nil, reason
  end
  configuration.root_dir = workspace.root(buffer)
  return vim.lsp.start(configuration, { bufnr = buffer }), 'the server could not be started; see :PerfReview log'
end

--- The running clients.
--- @return vim.lsp.Client[]
function M.running()
  return vim.lsp.get_clients({ name = M.name })
end

local function stop(client)
  -- A method since 0.11, a plain function before.
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

--- Stops all clients and, when they are gone, starts each anew for the buffers that it served.
function M.restart()
  local stopped = {}
  for _, client in ipairs(M.running()) do
    local buffers = vim.tbl_keys(client.attached_buffers)
    table.insert(stopped, { configuration = client.config, buffers = buffers })
    stop(client)
  end
  local function start_again()
    if #M.running() > 0 then
      vim.defer_fn(start_again, 50)
      return
    end
    for _, one in ipairs(stopped) do
      for _, buffer in ipairs(one.buffers) do
        if vim.api.nvim_buf_is_loaded(buffer) then
          vim.lsp.start(one.configuration, { bufnr = buffer })
        end
      end
    end
  end
  start_again()
end

--- Applies every safe fix of a buffer.
--- @param buffer integer
function M.fix_all(buffer)
  vim.api.nvim_buf_call(buffer, function()
    vim.lsp.buf.code_action({
      context = { only = { 'source.fixAll.perfReview' }, diagnostics = {} },
      apply = true,
    })
  end)
end

return M
