-- Both ways to install without a plugin manager: a folder on 'runtimepath', and a package (a link below 'packpath').
local harness = require('harness')
local editor = require('editor')
local test, equal, contains = harness.test, harness.equal, harness.contains

test('the command is there, and nothing has started', function()
  equal(2, vim.fn.exists(':PerfReview'), ':PerfReview')
  equal({}, editor.clients(), 'clients')
  equal(nil, package.loaded['perf-review'], 'the module')
end)

test("the help is there, with its tags, without ':helptags'", function()
  vim.cmd('help :PerfReview')
  contains('perf-review.txt', vim.api.nvim_buf_get_name(0), 'file')
  vim.cmd('helpclose')
end)

test('without settings, the build in the checkout is found and reviews', function()
  local path = vim.env.PATH
  vim.env.PATH = '/usr/bin:/bin'
  require('perf-review').setup()
  local buffer = editor.open(editor.PYTHON_FILE)
  vim.env.PATH = path
  editor.go_to_finding(buffer, 'list-pop-front')
  equal(vim.env.PERF_REVIEW_SERVER, editor.clients()[1].config.cmd[1], 'program')
end)

test('a program on PATH comes first', function()
  editor.start_over()
  vim.fn.mkdir(editor.path('bin'))
  vim.uv.fs_symlink(vim.env.PERF_REVIEW_SERVER, editor.path('bin/perf-review'))
  vim.env.PATH = editor.path('bin') .. ':' .. vim.env.PATH
  require('perf-review').setup()
  local buffer = editor.open(editor.PYTHON_FILE)
  editor.go_to_finding(buffer, 'list-pop-front')
  equal(editor.path('bin/perf-review'), editor.clients()[1].config.cmd[1], 'program')
end)

harness.run()
