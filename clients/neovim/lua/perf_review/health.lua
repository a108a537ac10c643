--- `:checkhealth perf_review`
local client = require('perf_review.client')
local server = require('perf_review.server')

local M = {}

local function check_neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
  elseif vim.fn.has('nvim-0.10') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()) .. ': use setup(), for vim.lsp.enable() came with 0.11')
  else
    vim.health.error('Neovim is older than 0.10', 'update Neovim')
  end
end

--- @return string[]|nil command
local function check_program()
  local command, origin = server.command(require('perf_review').settings)
  if not command then
    vim.health.error('no server: ' .. origin, 'see :help perf-review-install')
    return nil
  end
  local answer = vim.system({ command[1], '--version' }, { text = true }):wait(20000)
  if answer.code ~= 0 then
    vim.health.error(('`%s --version` failed: %s'):format(command[1], vim.trim(answer.stderr or '')))
    return nil
  end
  vim.health.ok(('%s, from %s'):format(vim.trim(answer.stdout), origin))
  return command
end

local function check_installation(command)
  local answer = vim.system({ command[1], 'doctor' }, { text = true }):wait(20000)
  local report = answer.code == 0 and vim.health.info or vim.health.warn
  for line in vim.gsplit(vim.trim(answer.stdout .. answer.stderr), '\n') do
    report(line)
  end
end

local function check_clients()
  local clients = client.running()
  if #clients == 0 then
    vim.health.info('no server is running: open a Python or Rust file')
  end
  for _, running in ipairs(clients) do
    vim.health.ok(('reviewing %s'):format(running.config.root_dir or 'single files'))
  end
end

--- Called by Neovim.
function M.check()
  vim.health.start('perf-review')
  check_neovim()
  local command = check_program()
  if command then
    check_installation(command)
  end
  check_clients()
end

return M
