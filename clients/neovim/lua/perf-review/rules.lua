--- The rules: their ids and their pages.
local messages = require('perf-review.messages')
local page = require('perf-review.page')
local program = require('perf-review.program')

local M = {}

local known = nil --- @type string[]|nil

--- The ids of all rules, sorted; asks the program once.
--- @return string[]
function M.ids()
  if not known then
    local output = program.output('rules', '--format', 'json')
    local read, rules = pcall(vim.json.decode, output or '')
    if not read then
      return {}
    end
    known = vim.fn.uniq(vim.fn.sort(vim.tbl_map(function(rule)
      return rule.id
    end, rules)))
  end
  return known
end

--- The rule of the finding under the cursor, or of the first one on its line.
--- @return string|nil
local function rule_here()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local on_line = vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'perf-review'
  end, vim.diagnostic.get(0, { lnum = row - 1 }))
  for _, diagnostic in ipairs(on_line) do
    if diagnostic.col <= column and (column < diagnostic.end_col or diagnostic.end_lnum > row - 1) then
      return diagnostic.code
    end
  end
  return on_line[1] and on_line[1].code
end

--- Shows the page of a rule.
--- @param rule? string its id; when absent, the rule of the finding under the cursor
function M.explain(rule)
  rule = rule or rule_here()
  if not rule then
    messages.tell('there is no finding under the cursor; name a rule, or go to a finding', vim.log.levels.WARN)
    return
  end
  program.run(nil, { 'explain', rule }, function(answer)
    if answer.code ~= 0 then
      messages.tell(program.complaint(answer))
      return
    end
    page.show('rule/' .. rule, answer.stdout, 'markdown')
  end)
end

return M
