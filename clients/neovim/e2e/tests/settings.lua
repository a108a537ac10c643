-- What a user sets is checked, and reaches the running server.
local harness = require('harness')
local editor = require('editor')
local test, eventually, equal, contains = harness.test, harness.eventually, harness.equal, harness.contains
local severity = vim.diagnostic.severity

local function setup(settings)
  require('perf-review').setup(vim.tbl_extend('force', { cmd = editor.command() }, settings))
end

local function severity_becomes(buffer, expected)
  eventually('severity ' .. severity[expected], function()
    local found = editor.findings(buffer, 'list-pop-front')[1]
    return found and found.severity == expected
  end)
end

test('mistakes are announced in one message, and nothing starts', function()
  require('perf-review').setup({
    minimum_impact = 'huge',
    colour = 'red',
    cmd = { 1 },
    enable = 'no',
    rule_levels = { ['regex-per-call'] = 'loud' },
    exclude = 'generated',
  })
  local messages = editor.notified()
  equal(1, #messages, 'messages')
  contains('there is no setting `colour`', messages[1], 'message')
  contains('`minimum_impact` must be one of negligible, minor, moderate, significant', messages[1], 'message')
  contains('`cmd` must be a list of strings', messages[1], 'message')
  contains('`enable` must be true or false', messages[1], 'message')
  contains('`rule_levels` must be a table from ids of rules to one of off, error, warning', messages[1], 'message')
  contains('`exclude` must be a list of globs', messages[1], 'message')
  editor.open(editor.PYTHON_FILE)
  equal({}, editor.clients(), 'clients')
end)

test('the first settings are there from the start', function()
  setup({ max_severity = 'information' })
  severity_becomes(editor.open(editor.PYTHON_FILE), severity.INFO)
end)

test('other settings reach the running server at once', function()
  local buffer = vim.api.nvim_get_current_buf()
  local before = editor.clients()[1].id
  setup({ max_severity = 'warning' })
  severity_becomes(buffer, severity.WARN)
  setup({})
  severity_becomes(buffer, severity.ERROR)
  equal(before, editor.clients()[1].id, 'client')
end)

test('quieter findings can be hidden', function()
  local buffer = editor.open('sglang/python/sglang/srt/managers/scheduler.py')
  eventually('findings of several impacts', function()
    return #editor.findings(buffer) > 1
  end)
  setup({ minimum_impact = 'moderate' })
  eventually('fewer findings', function()
    return #editor.findings(buffer) == 1
  end)
  equal(severity.WARN, editor.findings(buffer)[1].severity, 'severity')
  editor.open(editor.PYTHON_FILE)
end)

test('findings can be switched off and on', function()
  local buffer = vim.api.nvim_get_current_buf()
  setup({ enable = false })
  eventually('no findings', function()
    return #editor.findings(buffer) == 0
  end)
  setup({})
  editor.go_to_finding(buffer, 'list-pop-front')
end)

test('a rule has a level of its own, or is off', function()
  local buffer = vim.api.nvim_get_current_buf()
  setup({ rule_levels = { ['list-pop-front'] = 'information' } })
  severity_becomes(buffer, severity.INFO)
  setup({ rule_levels = { ['list-pop-front'] = 'off' } })
  eventually('no findings', function()
    return #editor.findings(buffer, 'list-pop-front') == 0
  end)
  setup({ rule_levels = {} })
  severity_becomes(buffer, severity.ERROR)
end)

test('files can be left out', function()
  local buffer = vim.api.nvim_get_current_buf()
  setup({ exclude = { 'mem_cache' } })
  eventually('no findings', function()
    return #editor.findings(buffer) == 0
  end)
  setup({ exclude = {} })
  severity_becomes(buffer, severity.ERROR)
end)

test('perf-review.toml that is written in Neovim is in force at once', function()
  local buffer = vim.api.nvim_get_current_buf()
  editor.open('perf-review.toml')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'max-severity = "hint"' })
  vim.cmd('silent write')
  severity_becomes(buffer, severity.HINT)
  vim.api.nvim_buf_set_lines(0, 0, 1, false, {})
  vim.cmd('silent write')
  severity_becomes(buffer, severity.ERROR)
end)

test('a mistake in perf-review.toml is shown at its line', function()
  local buffer = editor.open('perf-review.toml')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'max-severity = "loud"' })
  vim.cmd('silent write')
  local found = eventually('a diagnostic', function()
    return vim.diagnostic.get(buffer)[1]
  end)
  equal(0, found.lnum, 'line')
  vim.api.nvim_buf_set_lines(0, 0, 1, false, {})
  vim.cmd('silent write')
  eventually('no diagnostic', function()
    return #vim.diagnostic.get(buffer) == 0
  end)
end)

test('another command starts another server', function()
  local before = editor.clients()[1].id
  require('perf-review').setup({ cmd = vim.list_extend({ 'nice', '-n', '1' }, editor.command()) })
  local now = eventually('another client', function()
    local client = editor.clients()[1]
    return client and client.id ~= before and client
  end)
  equal('nice', now.config.cmd[1], 'program')
  editor.go_to_finding(editor.open(editor.PYTHON_FILE), 'list-pop-front')
end)

harness.run()
