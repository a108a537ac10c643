--- What the plugin says to its user.
local M = {}

local told = {}

--- Says something.
--- @param message string one sentence, without the plugin's name
--- @param level? integer of vim.log.levels; ERROR when absent
function M.tell(message, level)
  vim.notify('perf-review: ' .. message, level or vim.log.levels.ERROR)
end

--- Says the same thing only once: a missing server would otherwise be announced with each file.
--- @param message string
function M.tell_once(message)
  if not told[message] then
    told[message] = true
    M.tell(message)
  end
end

--- What was said once may be said again, since the user changed something.
function M.forget()
  told = {}
end

return M
