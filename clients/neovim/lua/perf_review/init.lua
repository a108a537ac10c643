--- perf-review in Neovim: `require('perf_review').setup({ … })` is all that a user needs.
local client = require('perf_review.client')
local settings_module = require('perf_review.settings')

local M = {}

--- The settings in force.
--- @type perf_review.Settings
M.settings = {}

local group = vim.api.nvim_create_augroup('perf_review', { clear = true })
local told = {}

--- Says the same thing only once a session: a missing server would otherwise be announced with each file.
local function tell_once(message)
  if not told[message] then
    told[message] = true
    vim.notify('perf-review: ' .. message, vim.log.levels.ERROR)
  end
end

local function attach(buffer)
  -- Scratch buffers, terminals and previews have no file to review.
  if vim.bo[buffer].buftype ~= '' then
    return
  end
  local id, reason = client.attach(buffer, M.settings)
  if not id then
    tell_once(reason)
  end
end

--- Checks the settings and reviews the Python and Rust buffers that are open or opened later.
--- @param settings? perf_review.Settings
function M.setup(settings)
  settings = settings or {}
  local problems = settings_module.problems(settings)
  if #problems > 0 then
    tell_once(table.concat(problems, '; '))
    return
  end
  M.settings = settings
  vim.api.nvim_clear_autocmds({ group = group })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = client.filetypes,
    desc = 'Review this buffer for performance',
    callback = function(event)
      attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(client.filetypes, vim.bo[buffer].filetype) then
      attach(buffer)
    end
  end
end

--- Starts the server anew for the buffers that it serves.
function M.restart()
  client.restart()
end

--- Applies every safe fix of the current buffer.
function M.fix_all()
  client.fix_all(vim.api.nvim_get_current_buf())
end

return M
