--- perf-review in Neovim: `require('perf-review').setup({ … })` is all that a user needs.
local client = require('perf-review.client')
local messages = require('perf-review.messages')
local settings_module = require('perf-review.settings')
local workspace = require('perf-review.workspace')

local M = {}

--- The settings in force.
--- @type perf-review.Settings
M.settings = {}

--- Whether setup() was called with settings that are right.
M.is_set_up = false

local group = vim.api.nvim_create_augroup('perf-review', { clear = true })

local function attach(buffer)
  if not workspace.is_reviewed(buffer) then
    return
  end
  local problem = client.attach(buffer, M.settings)
  if problem then
    messages.tell_once(problem)
  end
end

local function attach_open_buffers()
  vim.iter(vim.api.nvim_list_bufs()):each(attach)
end

--- Checks the settings and reviews the Python and Rust buffers that are open or opened later. May be called again: other settings
--- reach the running servers at once.
--- @param settings? perf-review.Settings
function M.setup(settings)
  settings = settings or {}
  local problems = settings_module.problems(settings)
  if #problems > 0 then
    messages.tell(table.concat(problems, '; '))
    return
  end
  messages.forget()
  M.settings = settings
  M.is_set_up = true
  client.change(settings)
  vim.api.nvim_clear_autocmds({ group = group })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = workspace.filetypes,
    desc = 'Review this buffer for performance',
    callback = function(event)
      attach(event.buf)
    end,
  })
  attach_open_buffers()
end

--- Starts the server anew for the buffers that it serves.
function M.restart()
  messages.forget()
  if client.restart() then
    return
  end
  if M.is_set_up then
    attach_open_buffers()
  else
    messages.tell('no server runs: open a Python or Rust file', vim.log.levels.WARN)
  end
end

--- Applies every safe fix of the current buffer.
function M.fix_all()
  client.fix_all(vim.api.nvim_get_current_buf())
end

--- Shows the page of a rule.
--- @param rule? string its id; when absent, the rule of the finding under the cursor
function M.explain(rule)
  require('perf-review.rules').explain(rule)
end

--- Shows which hot paths the current file lies on and why.
function M.hot_paths()
  require('perf-review.hot_paths').show(vim.api.nvim_get_current_buf())
end

--- Shows what the change under way, unsaved text and all, does to performance.
--- @param base? string the commit or range to review from; when absent, where HEAD left the main branch
function M.changes(base)
  require('perf-review.changes').run(base)
end

--- Reviews all files of a folder, as they are on disk, into the quickfix list.
--- @param folder? string when absent, the workspace of the current buffer
function M.scan(folder)
  require('perf-review.scan').run(folder)
end

--- Shows Neovim's LSP log, where the server's errors are.
function M.log()
  vim.cmd.tabnew(vim.fn.fnameescape(require('vim.lsp.log').get_filename()))
  vim.cmd('normal! G')
end

return M
