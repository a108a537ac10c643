--- What a user can set, checked before anything starts.
local M = {}

--- @class perf_review.Settings
--- @field cmd? string[] how to start the server, arguments included; found by itself when absent
--- @field enable? boolean whether findings are shown
--- @field minimum_impact? 'negligible'|'minor'|'moderate'|'significant' quieter findings are not shown
--- @field max_severity? 'error'|'warning'|'information'|'hint' louder findings are shown as this

local IMPACTS = { negligible = true, minor = true, moderate = true, significant = true }
local SEVERITIES = { error = true, warning = true, information = true, hint = true }

local function one_of(allowed)
  local words = vim.tbl_keys(allowed)
  table.sort(words)
  return {
    accepts = function(value)
      return allowed[value] == true
    end,
    expected = 'one of ' .. table.concat(words, ', '),
  }
end

local RULES = {
  cmd = {
    accepts = function(value)
      return type(value) == 'table' and type(value[1]) == 'string'
    end,
    expected = 'a list of strings such as { "perf-review", "server", "--stdio" }',
  },
  enable = {
    accepts = function(value)
      return type(value) == 'boolean'
    end,
    expected = 'true or false',
  },
  minimum_impact = one_of(IMPACTS),
  max_severity = one_of(SEVERITIES),
}

--- The mistakes in a table of settings, one sentence each; empty when there is none.
--- @param settings table
--- @return string[]
function M.problems(settings)
  local problems = {}
  for name, value in pairs(settings) do
    local rule = RULES[name]
    if not rule then
      table.insert(problems, ('there is no setting `%s`'):format(name))
    elseif not rule.accepts(value) then
      table.insert(problems, ('`%s` must be %s, but is %s'):format(name, rule.expected, vim.inspect(value)))
    end
  end
  table.sort(problems)
  return problems
end

--- The settings as the server asks for them (`workspace/configuration`, section `perfReview`).
--- @param settings perf_review.Settings
--- @return table
function M.for_server(settings)
  return {
    perfReview = {
      enable = settings.enable,
      minimumImpact = settings.minimum_impact,
      maxSeverity = settings.max_severity,
    },
  }
end

return M
