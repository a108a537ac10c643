--- Calls on a client that are methods since Neovim 0.11 and plain functions before.
local M = {}

local function call(client, name, ...)
  if vim.fn.has('nvim-0.11') == 1 then
    return client[name](client, ...)
  end
  return client[name](...)
end

--- @param client vim.lsp.Client
--- @param method string
--- @param parameters table
--- @param handler lsp.Handler
--- @param buffer integer
function M.request(client, method, parameters, handler, buffer)
  call(client, 'request', method, parameters, handler, buffer)
end

--- @param client vim.lsp.Client
--- @param method string
--- @param parameters table
function M.notify(client, method, parameters)
  call(client, 'notify', method, parameters)
end

--- @param client vim.lsp.Client
--- @param by_force boolean whether the process is killed instead of asked
function M.stop(client, by_force)
  call(client, 'stop', by_force)
end

return M
