--- Shows the server's code lenses, which say how often a hot function runs. Neovim 0.12 keeps them up to date by itself, for all servers
--- of a buffer; before, this asks for them anew when the text may have changed, and asks this server only.
local rpc = require('perf-review.rpc')

local M = {}

local METHOD = 'textDocument/codeLens'

local function kept_by_neovim()
  return vim.lsp.codelens.enable ~= nil
end

local function ask(client, buffer)
  if vim.api.nvim_buf_is_loaded(buffer) and client.attached_buffers[buffer] then
    local parameters = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
    rpc.request(client, METHOD, parameters, vim.lsp.codelens.on_codelens, buffer)
  end
end

local function group_name(client, buffer)
  return ('perf-review.code_lens.%d.%d'):format(client.id, buffer)
end

local function asks_after_changes(client, buffer)
  local exists, autocommands = pcall(vim.api.nvim_get_autocmds, { group = group_name(client, buffer), buffer = buffer })
  return exists and #autocommands > 0
end

local function ask_after_changes(client, buffer)
  local group = vim.api.nvim_create_augroup(group_name(client, buffer), { clear = true })
  vim.api.nvim_create_autocmd({ 'BufEnter', 'TextChanged', 'InsertLeave' }, {
    group = group,
    buffer = buffer,
    desc = 'Ask for code lenses anew',
    callback = function()
      local running = vim.lsp.get_client_by_id(client.id)
      if not running then
        vim.api.nvim_del_augroup_by_id(group)
        return
      end
      ask(running, buffer)
    end,
  })
  ask(client, buffer)
end

--- Shows the lenses of a client in a buffer, if its server has any to give.
--- @param client vim.lsp.Client
--- @param buffer integer
function M.show(client, buffer)
  if not client.server_capabilities.codeLensProvider then
    return
  end
  if kept_by_neovim() then
    -- By the buffer: for a client alone Neovim 0.12.4 starts anew with each buffer, and forgets none that is wiped out.
    vim.lsp.codelens.enable(true, { bufnr = buffer })
  else
    ask_after_changes(client, buffer)
  end
end

--- What a configuration needs so that the server may say when its lenses are out of date; Neovim 0.12 has it.
--- @return { capabilities?: table, handlers?: table }
function M.configuration()
  if kept_by_neovim() then
    return {}
  end
  return {
    capabilities = vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), {
      workspace = { codeLens = { refreshSupport = true } },
    }),
    handlers = {
      ['workspace/codeLens/refresh'] = function(_, _, context)
        local client = vim.lsp.get_client_by_id(context.client_id)
        for buffer in pairs(client and client.attached_buffers or {}) do
          if asks_after_changes(client, buffer) then
            ask(client, buffer)
          end
        end
        return vim.NIL
      end,
    },
  }
end

return M
