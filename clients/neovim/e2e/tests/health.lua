-- :checkhealth perf-review
local harness = require('harness')
local editor = require('editor')
local test, equal, contains = harness.test, harness.equal, harness.contains

local function report()
  vim.cmd('silent checkhealth perf-review')
  local text = editor.text(0)
  vim.cmd('bwipeout')
  return text
end

test('before setup, it says what to call', function()
  contains("call require('perf-review').setup({})", report(), 'report')
end)

test('a missing server is an error with advice', function()
  require('perf-review').setup({ cmd = { 'no-such-perf-review' } })
  local text = report()
  contains('ERROR', text, 'report')
  contains('`no-such-perf-review`, which `cmd` names, cannot be run', text, 'report')
  contains('put its folder `bin` on PATH', text, 'report')
end)

test('a program that fails is an error with its own words', function()
  editor.write('failing', { '#!/bin/sh', 'echo "no such runtime" >&2', 'exit 7' })
  vim.fn.setfperm(editor.path('failing'), 'rwxr-xr-x')
  require('perf-review').setup({ cmd = { editor.path('failing'), 'server' } })
  local text = report()
  contains('ERROR', text, 'report')
  contains('no such runtime', text, 'report')
end)

test('with a server that works, it names version, runtime, folder and clients', function()
  require('perf-review').setup({ cmd = editor.command() })
  editor.go_to_finding(editor.open(editor.PYTHON_FILE), 'list-pop-front')
  local text = report()
  assert(not text:find('ERROR', 1, true) and not text:find('WARNING', 1, true), text)
  assert(text:find('perf%-review %d+%.%d+%.%d+'), text)
  contains(vim.env.PERF_REVIEW_SERVER, text, 'report')
  contains('java:', text, 'report')
  contains('(bundled)', text, 'report')
  contains('tree-sitter-rust:', text, 'report')
  contains('perf-review in ' .. vim.env.PERF_REVIEW_WORKSPACE, text, 'report')
  assert(text:find('client %d+ reviews ' .. vim.pesc(vim.env.PERF_REVIEW_WORKSPACE) .. ': 1 buffer, %d+ finding'), text)
end)

test('a mistake in the configuration is a warning at its line', function()
  local file = editor.path('perf-review.toml')
  local lines = vim.fn.readfile(file)
  vim.fn.writefile(vim.list_extend({ 'max-severity = "loud"' }, lines), file)
  local text = report()
  vim.fn.writefile(lines, file)
  contains('WARNING', text, 'report')
  assert(text:find('perf%-review%.toml:1: '), text)
end)

test('it is found by the name that users know', function()
  equal({ 'perf-review' }, vim.fn.getcompletion('checkhealth perf-r', 'cmdline'), 'completion')
end)

harness.run()
