-- Neovim 0.11 and later: vim.lsp.enable() in place of setup().
local harness = require('harness')
local editor = require('editor')
local test, eventually, never, equal, contains =
  harness.test, harness.eventually, harness.never, harness.equal, harness.contains
local severity = vim.diagnostic.severity

test('a missing server is announced once, in words that help', function()
  vim.lsp.config('perf-review', { cmd = { 'no-such-perf-review' } })
  vim.lsp.enable('perf-review')
  editor.open(editor.PYTHON_FILE)
  editor.open('gateway/stream.py')
  editor.wait_for_message('`no-such-perf-review`, which `cmd` names, cannot be run')
  never('second message', function()
    return #editor.notified() > 1
  end)
end)

test("vim.lsp.config() has the user's settings", function()
  editor.start_over()
  vim.lsp.config('perf-review', {
    cmd = editor.command(),
    settings = { perfReview = { maxSeverity = 'warning' } },
  })
  local buffer = editor.open(editor.PYTHON_FILE)
  equal(severity.WARN, editor.go_to_finding(buffer, 'list-pop-front').severity, 'severity under the cap')
  equal(vim.env.PERF_REVIEW_WORKSPACE, editor.clients()[1].root_dir, 'workspace')
end)

test(':checkhealth says what started the server', function()
  vim.cmd('silent checkhealth perf-review')
  local report = editor.text(0)
  contains('started by vim.lsp.enable()', report, 'report')
  assert(not report:find('ERROR', 1, true) and not report:find('WARNING', 1, true), report)
  vim.cmd('bwipeout')
end)

test(':PerfReview works the same', function()
  local old = editor.clients()[1].id
  vim.cmd('PerfReview restart')
  eventually('another client', function()
    local now = editor.clients()[1]
    return now and now.id ~= old
  end)
  editor.go_to_finding(vim.api.nvim_get_current_buf(), 'list-pop-front')
  equal({ 'list-pop-front' }, vim.fn.getcompletion('PerfReview explain list-', 'cmdline'), 'rules')
end)

test('a server that does not come up is tried once', function()
  editor.start_over()
  editor.write('broken-server', { '#!/bin/sh', 'echo start >>"$0.starts"', 'exit 3' })
  vim.fn.setfperm(editor.path('broken-server'), 'rwxr-xr-x')
  vim.lsp.config('perf-review', { cmd = { editor.path('broken-server') } })
  editor.open(editor.PYTHON_FILE)
  editor.wait_for_message('ended while it was starting')
  editor.open('gateway/stream.py')
  never('second start', function()
    return #vim.fn.readfile(editor.path('broken-server.starts')) > 1
  end)
end)

harness.run()
