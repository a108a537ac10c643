--- What a user can set, checked before anything starts.
local M = {}

--- @alias perf-review.Level 'off'|'error'|'warning'|'information'|'hint'

--- @class perf-review.Settings
--- @field cmd? string[] how to start the server, arguments included; found by itself when absent
--- @field enable? boolean whether findings are shown
--- @field minimum_impact? 'negligible'|'minor'|'moderate'|'significant' quieter findings are not shown
--- @field max_severity? 'error'|'warning'|'information'|'hint' louder findings are shown as this
--- @field rule_levels? table<string, perf-review.Level> louder findings of a rule are shown as this
--- @field exclude? string[] globs of files and folders that are not reviewed
--- @field scope? 'all'|'mark'|'changed' whether only findings on changed lines are shown, or those are marked
--- @field trace? 'off'|'messages'|'verbose' how much of what the server does goes into the log
--- @field code_lens? boolean whether hot functions are marked with how often they run

local function one_of(...)
  local words = { ... }
  return {
    accepts = function(value)
      return vim.list_contains(words, value)
    end,
    expected = 'one of ' .. table.concat(words, ', '),
  }
end

local TRUE_OR_FALSE = {
  accepts = function(value)
    return type(value) == 'boolean'
  end,
  expected = 'true or false',
}

local COMMAND = {
  accepts = function(value)
    return type(value) == 'table'
      and #value > 0
      and vim.iter(value):all(function(word)
        return type(word) == 'string'
      end)
  end,
  expected = 'a list of strings such as { "perf-review", "server", "--stdio" }',
}

local LEVEL = one_of('off', 'error', 'warning', 'information', 'hint')

local RULE_LEVELS = {
  accepts = function(value)
    return type(value) == 'table'
      and vim.iter(pairs(value)):all(function(rule, level)
        return type(rule) == 'string' and LEVEL.accepts(level)
      end)
  end,
  expected = 'a table from ids of rules to ' .. LEVEL.expected,
}

local GLOBS = {
  accepts = function(value)
    return vim.islist(value) and vim.iter(value):all(function(glob)
      return type(glob) == 'string'
    end)
  end,
  expected = 'a list of globs such as { "benchmarks", "**/*_test.py" }',
}

local RULES = {
  cmd = COMMAND,
  enable = TRUE_OR_FALSE,
  minimum_impact = one_of('negligible', 'minor', 'moderate', 'significant'),
  max_severity = one_of('error', 'warning', 'information', 'hint'),
  rule_levels = RULE_LEVELS,
  exclude = GLOBS,
  scope = one_of('all', 'mark', 'changed'),
  trace = one_of('off', 'messages', 'verbose'),
  code_lens = TRUE_OR_FALSE,
}

--- The names of all settings.
--- @return string[]
function M.names()
  return vim.tbl_keys(RULES)
end

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
--- @param settings perf-review.Settings
--- @return table
function M.for_server(settings)
  return {
    perfReview = {
      enable = settings.enable,
      minimumImpact = settings.minimum_impact,
      maxSeverity = settings.max_severity,
      -- An empty table would be sent as a list.
      ruleLevels = next(settings.rule_levels or {}) and settings.rule_levels or nil,
      exclude = settings.exclude,
      scope = settings.scope,
      trace = settings.trace,
    },
  }
end

return M
