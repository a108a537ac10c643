--- The client as Neovim's own LSP support wants it, and what is done with running ones.
local code_lens = require('perf-review.code_lens')
local crashes = require('perf-review.crashes')
local rpc = require('perf-review.rpc')
local server = require('perf-review.server')
local settings_module = require('perf-review.settings')
local watch = require('perf-review.watch')
local workspace = require('perf-review.workspace')

local M = {}

--- The name under which Neovim knows the client, and of its `vim.lsp.config()`.
M.name = 'perf-review'

local SHOW_HOT_PATHS = 'perfReview.showHotPaths'

--- How long a server that was asked to stop may take, in milliseconds.
local PATIENCE = 3000

--- The part of the configuration that does not depend on settings.
--- @param wants_code_lens fun(): boolean
--- @return table
function M.callbacks(wants_code_lens)
  local configuration = code_lens.configuration()
  local capabilities = configuration.capabilities or vim.lsp.protocol.make_client_capabilities()
  -- Diagnostics are pushed: asked to pull again, Neovim 0.12 pulls those of the workspace and leaves open buffers as they are. It puts
  -- its defaults where nothing stands, hence NIL.
  capabilities.textDocument.diagnostic = vim.NIL
  -- A code lens without findings may then name the command.
  capabilities.experimental = { commands = { commands = { SHOW_HOT_PATHS } } }
  return vim.tbl_extend('force', configuration, {
    capabilities = capabilities,
    commands = {
      [SHOW_HOT_PATHS] = function(_, context)
        -- It needs this file, to find the program.
        require('perf-review.hot_paths').show(context.bufnr)
      end,
    },
    on_exit = crashes.on_exit,
    on_attach = function(client, buffer)
      watch.start(M.running)
      if wants_code_lens() then
        code_lens.show(client, buffer)
      end
    end,
  })
end

--- Starts the client for a buffer, or attaches the buffer to the one that already serves its workspace.
--- @param buffer integer
--- @param settings perf-review.Settings
--- @return string|nil problem why there is no server
function M.attach(buffer, settings)
  local root = workspace.root(buffer)
  if crashes.gave_up(root) then
    return nil
  end
  local command, reason = server.command(settings)
  if not command then
    return reason
  end
  local configuration = vim.tbl_extend(
    'force',
    M.callbacks(function()
      return settings.code_lens ~= false
    end),
    { name = M.name, cmd = command, root_dir = root, settings = settings_module.for_server(settings) }
  )
  if not vim.lsp.start(configuration, { bufnr = buffer }) then
    return ('`%s` could not be started'):format(table.concat(command, ' '))
  end
  return nil
end

--- The running clients.
--- @return vim.lsp.Client[]
function M.running()
  return vim.lsp.get_clients({ name = M.name })
end

--- What starts the server: of a running client, else of the user's configuration.
--- @param settings perf-review.Settings
--- @return string[]|nil command nothing when there is no server
--- @return string origin where it was found, or why it was not
function M.command(settings)
  local running = M.running()[1]
  local is_ours = require('perf-review').is_set_up or not vim.lsp.config
  local configured = running and running.config or (not is_ours and vim.lsp.config[M.name])
  local command = configured and configured.cmd
  if type(command) == 'table' and vim.fn.executable(command[1]) == 1 then
    return command, running and 'the running server' or 'vim.lsp.config()'
  end
  return server.command(settings)
end

--- Brings other settings to the running servers, at once; one that another command starts is started anew.
--- @param settings perf-review.Settings
function M.change(settings)
  local command = server.command(settings)
  local other_command = false
  for _, client in ipairs(M.running()) do
    other_command = other_command or (command ~= nil and not vim.deep_equal(command, client.config.cmd))
    client.settings = settings_module.for_server(settings)
    client.config.settings = client.settings
    client.config.cmd = command or client.config.cmd
    rpc.notify(client, 'workspace/didChangeConfiguration', { settings = client.settings })
  end
  if other_command then
    M.restart()
  end
end

--- Stops all clients and, when they are gone, starts each anew for the buffers that it served; also those that crashed too often.
--- @return boolean whether there was anything to start
function M.restart()
  local servers = crashes.pardon()
  for _, client in ipairs(M.running()) do
    table.insert(servers, { configuration = client.config, buffers = vim.tbl_keys(client.attached_buffers) })
    rpc.stop(client, false)
  end
  local deadline = vim.uv.now() + PATIENCE
  local function start_again()
    local running = M.running()
    if #running > 0 then
      if vim.uv.now() > deadline then
        vim.iter(running):each(function(client)
          rpc.stop(client, true)
        end)
      end
      vim.defer_fn(start_again, 50)
      return
    end
    vim.iter(servers):each(crashes.start)
  end
  start_again()
  return #servers > 0
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
