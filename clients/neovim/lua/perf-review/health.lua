--- `:checkhealth perf-review`
local client = require('perf-review.client')
local crashes = require('perf-review.crashes')
local server = require('perf-review.server')
local workspace = require('perf-review.workspace')

local M = {}

local PATIENCE = 20000

local function check_neovim()
  if vim.fn.has('nvim-0.10') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
  else
    vim.health.error('Neovim is older than 0.10', 'update Neovim')
  end
end

local function check_start()
  local enabled = vim.lsp.is_enabled and vim.lsp.is_enabled(client.name)
  if require('perf-review').is_set_up and enabled then
    vim.health.warn('both setup() and vim.lsp.enable() start the server', 'keep one of them')
  elseif require('perf-review').is_set_up then
    vim.health.ok('started by setup()')
  elseif enabled or #client.running() > 0 then
    vim.health.ok('started by vim.lsp.enable()')
  else
    vim.health.warn('nothing starts the server', "call require('perf-review').setup({}), see :help perf-review-start")
  end
end

--- Runs the program; a program that cannot be started answers like one that failed.
--- @return vim.SystemCompleted
local function answer_of(command, folder, ...)
  local line = server.other(command, ...)
  local started, process = pcall(vim.system, line, { text = true, cwd = folder })
  if not started then
    return { code = -1, signal = 0, stdout = '', stderr = process }
  end
  return process:wait(PATIENCE)
end

--- @return string[]|nil command
local function check_program()
  local command, origin = client.command(require('perf-review').settings)
  if not command then
    vim.health.error('no server: ' .. origin, {
      'build it with `./perf-review doctor` in a checkout of perf-review, or unpack a release',
      'put its folder `bin` on PATH, or name the program in `cmd`: see :help perf-review-install',
    })
    return nil
  end
  local answer = answer_of(command, nil, '--version')
  if answer.code ~= 0 then
    local line = table.concat(server.other(command, '--version'), ' ')
    vim.health.error(('`%s` failed: %s'):format(line, vim.trim(answer.stderr or '')), {
      'run it in a terminal to see why',
      'name another program in `cmd`: see :help perf-review-install',
    })
    return nil
  end
  vim.health.ok(('%s, from %s: %s'):format(vim.trim(answer.stdout), origin, server.other(command)[1]))
  return command
end

--- What `doctor` says of the runtime, the native libraries and the configuration as seen from a folder.
local function check_installation(command, folder)
  local answer = answer_of(command, folder, 'doctor')
  local is_fine = answer.code == 0
  for line in vim.gsplit(vim.trim(answer.stdout .. answer.stderr), '\n') do
    if vim.startswith(line, 'configuration:') then
      vim.health.warn(line, 'correct the file; until then the last good settings hold')
    elseif line == 'no problems found' then
      vim.health.ok(line)
    else
      vim.health.info(line)
    end
  end
  if not is_fine then
    vim.health.warn(('`doctor` found something wrong in %s'):format(folder))
  end
end

local function count_of(number, thing)
  return ('%d %s%s'):format(number, thing, number == 1 and '' or 's')
end

local function check_client(running)
  local findings = 0
  for buffer in pairs(running.attached_buffers) do
    findings = findings + #vim.diagnostic.get(buffer, { namespace = vim.lsp.diagnostic.get_namespace(running.id) })
  end
  vim.health.ok(
    ('client %d reviews %s: %s, %s'):format(
      running.id,
      running.config.root_dir or 'files outside every workspace',
      count_of(vim.tbl_count(running.attached_buffers), 'buffer'),
      count_of(findings, 'finding')
    )
  )
end

local function check_clients()
  for _, folder in ipairs(crashes.folders_down()) do
    vim.health.error(
      ('the server of %s crashed and stays down'):format(folder == '' and 'files without a folder' or folder),
      {
        ':PerfReview log shows its last words',
        ':PerfReview restart starts it again',
      }
    )
  end
  local clients = client.running()
  if #clients == 0 then
    vim.health.info('no server is running: it starts with the first Python or Rust file')
  end
  vim.iter(clients):each(check_client)
end

--- The folders of the files that are open, or Neovim's own.
--- @return string[]
local function folders()
  local found = {}
  for _, buffer in ipairs(vim.tbl_filter(workspace.is_reviewed, vim.api.nvim_list_bufs())) do
    found[workspace.root(buffer) or vim.fn.getcwd()] = true
  end
  local sorted = vim.tbl_keys(found)
  table.sort(sorted)
  return #sorted > 0 and sorted or { vim.fn.getcwd() }
end

--- Called by Neovim.
function M.check()
  vim.health.start('perf-review')
  check_neovim()
  check_start()
  local command = check_program()
  check_clients()
  for _, folder in ipairs(command and folders() or {}) do
    vim.health.start('perf-review in ' .. folder)
    check_installation(command, folder)
  end
end

return M
