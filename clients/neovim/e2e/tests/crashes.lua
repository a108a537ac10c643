-- A server that is missing, does not come up, or dies.
local harness = require('harness')
local editor = require('editor')
local test, eventually, never, equal, contains =
  harness.test, harness.eventually, harness.never, harness.equal, harness.contains

local function kill_server()
  for _, process in ipairs(editor.children()) do
    vim.uv.kill(process, 'sigkill')
  end
end

--- The id of a running client that is none of the old ones.
local function new_client(old)
  return eventually('another client', function()
    local client = editor.clients()[1]
    return client and client.initialized and client.id > old and client.id
  end)
end

test('a missing server is announced once, in words that help', function()
  require('perf-review').setup({ cmd = { 'no-such-perf-review' } })
  editor.open(editor.PYTHON_FILE)
  editor.open('sglang/python/sglang/srt/managers/scheduler.py')
  local messages = editor.notified()
  equal(1, #messages, 'messages')
  contains('`no-such-perf-review`, which `cmd` names, cannot be run', messages[1], 'message')
  editor.start_over()
end)

test('without any setting, the message says where the program belongs', function()
  local path, plugin = vim.env.PATH, require('perf-review.server')
  vim.env.PATH = '/nowhere'
  -- The checkout that this runs in has a build; a plugin elsewhere has none.
  local executable = vim.fn.executable
  vim.fn.executable = function()
    return 0
  end
  local command, reason = plugin.command({})
  vim.fn.executable = executable
  vim.env.PATH = path
  equal(nil, command, 'command')
  contains('is not on PATH', reason, 'reason')
end)

test('a server that does not come up is tried once', function()
  editor.write('broken-server', { '#!/bin/sh', 'echo start >>"$0.starts"', 'echo "no memory" >&2', 'exit 3' })
  vim.fn.setfperm(editor.path('broken-server'), 'rwxr-xr-x')
  require('perf-review').setup({ cmd = { editor.path('broken-server') } })
  editor.open(editor.PYTHON_FILE)
  contains('exit status 3', editor.wait_for_message('ended while it was starting'), 'message')
  editor.open('sglang/python/sglang/srt/managers/scheduler.py')
  editor.open('gateway/stream.py')
  never('second start', function()
    return #vim.fn.readfile(editor.path('broken-server.starts')) > 1
  end)
end)

test('after the cause is mended, :PerfReview restart starts it', function()
  local line = ('exec %s server --stdio'):format(vim.fn.shellescape(vim.env.PERF_REVIEW_SERVER))
  editor.write('broken-server', { '#!/bin/sh', line })
  vim.cmd('PerfReview restart')
  editor.go_to_finding(editor.open(editor.PYTHON_FILE), 'list-pop-front')
  editor.start_over()
end)

test('a server that is killed comes back, and so do the findings', function()
  require('perf-review').setup({ cmd = editor.command() })
  local buffer = editor.open(editor.PYTHON_FILE)
  editor.go_to_finding(buffer, 'list-pop-front')
  local old = editor.clients()[1].id
  editor.notified()
  kill_server()
  editor.wait_for_message('the server crashed (signal 9) and is started again')
  new_client(old)
  editor.go_to_finding(buffer, 'list-pop-front')
end)

test('a server that keeps crashing stays down, also for files opened later', function()
  local last
  for _ = 1, 3 do
    last = editor.clients()[1].id
    kill_server()
    if _ < 3 then
      new_client(last)
    end
  end
  editor.wait_for_message('the server crashed 4 times within 3 minutes')
  editor.open('sglang/python/sglang/srt/managers/scheduler.py')
  never('client', function()
    return #editor.clients() > 0
  end)
  vim.cmd('checkhealth perf-review')
  contains('crashed and stays down', editor.text(0), 'report')
  vim.cmd('bwipeout')
end)

test('… until the user restarts it', function()
  vim.cmd('PerfReview restart')
  editor.go_to_finding(editor.open(editor.PYTHON_FILE), 'list-pop-front')
end)

test('a restart and a polite stop are no crashes', function()
  local old = editor.clients()[1].id
  editor.notified()
  vim.cmd('PerfReview restart')
  local now = new_client(old)
  editor.go_to_finding(editor.open(editor.PYTHON_FILE), 'list-pop-front')
  require('perf-review.rpc').stop(editor.clients()[1], false)
  eventually('no client', function()
    return #editor.clients() == 0
  end)
  never('client', function()
    return #editor.clients() > 0
  end)
  assert(now > old)
  equal({}, editor.notified(), 'messages')
end)

harness.run()
