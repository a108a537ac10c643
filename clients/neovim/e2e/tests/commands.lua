-- :PerfReview and its subcommands.
local harness = require('harness')
local editor = require('editor')
local test, eventually, equal, contains = harness.test, harness.eventually, harness.equal, harness.contains

require('perf-review').setup({ cmd = editor.command() })

--- Waits for a page of ours and returns its text.
local function page(name)
  local buffer = eventually('the page ' .. name, function()
    local current = vim.api.nvim_get_current_buf()
    return vim.api.nvim_buf_get_name(current) == 'perf-review://' .. name and current
  end)
  return editor.text(buffer)
end

test('subcommands, rules and folders are completed', function()
  equal(
    { 'changes', 'explain', 'fix', 'hot-paths', 'log', 'restart', 'scan' },
    vim.fn.getcompletion('PerfReview ', 'cmdline'),
    'all'
  )
  equal({ 'restart' }, vim.fn.getcompletion('PerfReview re', 'cmdline'), 'beginning with "re"')
  equal({ 'list-pop-front' }, vim.fn.getcompletion('PerfReview explain list-', 'cmdline'), 'rules with "list-"')
  assert(#vim.fn.getcompletion('PerfReview explain ', 'cmdline') > 30, 'rules')
  equal({}, vim.fn.getcompletion('PerfReview restart ', 'cmdline'), 'after "restart"')
  local folders = vim.fn.getcompletion('PerfReview scan ' .. editor.path('gate'), 'cmdline')
  equal({ editor.path('gateway/') }, folders, 'folders')
end)

test('what is no subcommand is answered with those that are', function()
  vim.cmd('PerfReview dance')
  contains('there is no :PerfReview dance; there are changes, explain, fix', editor.notified()[1], 'message')
  vim.cmd('PerfReview log loudly')
  contains(':PerfReview log takes no argument', editor.notified()[1], 'message')
end)

test(':PerfReview explain shows the page of a rule, once', function()
  vim.cmd('PerfReview explain needless-list')
  contains('# needless-list', page('rule/needless-list'), 'page')
  equal('markdown', vim.bo.filetype, 'file type')
  local windows = #vim.api.nvim_list_wins()
  vim.cmd('PerfReview explain needless-list')
  vim.wait(1000)
  equal(windows, #vim.api.nvim_list_wins(), 'windows')
  vim.api.nvim_feedkeys('q', 'xt', false)
  equal(windows - 1, #vim.api.nvim_list_wins(), 'windows after q')
end)

test(':PerfReview explain of what is no rule says so', function()
  editor.notified()
  vim.cmd('PerfReview explain no-such-rule')
  contains('there is no rule no-such-rule', editor.wait_for_message('no-such-rule'), 'message')
end)

test(':PerfReview explain takes the finding under the cursor', function()
  local buffer = editor.open(editor.PYTHON_FILE)
  editor.go_to_finding(buffer, 'list-pop-front')
  vim.cmd('PerfReview explain')
  contains('# list-pop-front', page('rule/list-pop-front'), 'page')
  vim.cmd('close')
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  editor.notified()
  vim.cmd('PerfReview explain')
  contains('no finding under the cursor', editor.notified()[1], 'message')
end)

test(':PerfReview hot-paths says why the file is hot', function()
  editor.open(editor.PYTHON_FILE)
  vim.cmd('PerfReview hot-paths')
  contains('sglang-kv-cache (step)', page('hot-paths/hiradix_cache.py'), 'page')
  vim.cmd('close')
end)

test(':PerfReview scan fills the quickfix list, the loudest first', function()
  editor.notified()
  vim.cmd('PerfReview scan')
  contains(' files', editor.wait_for_message(' findings in '), 'message')
  eventually('a quickfix window', function()
    return vim.bo.buftype == 'quickfix'
  end)
  local items = vim.fn.getqflist()
  assert(#items > 10, ('%d items'):format(#items))
  equal('E', items[1].type, 'first type')
  equal(false, items[#items].type == 'E', 'last is an error')
  local item = vim.iter(items):find(function(one)
    return one.text:find('ack_write_queue', 1, true)
  end)
  equal(editor.path(editor.PYTHON_FILE), vim.api.nvim_buf_get_name(item.bufnr), 'file')
  contains('list-pop-front: ', item.text, 'text')
  local found = editor.findings(item.bufnr, 'list-pop-front')[1]
  equal({ found.lnum + 1, found.col + 1 }, { item.lnum, item.col }, 'place')
  vim.cmd('cclose')
end)

test(':PerfReview scan FOLDER reviews that folder', function()
  vim.cmd('PerfReview scan ' .. editor.path('gateway'))
  eventually('the list of the folder', function()
    return vim.fn.getqflist({ title = 1 }).title == 'perf-review ' .. editor.path('gateway')
  end)
  for _, item in ipairs(vim.fn.getqflist()) do
    contains('/gateway/', vim.api.nvim_buf_get_name(item.bufnr), 'file')
  end
  editor.notified()
  vim.cmd('PerfReview scan /no/such/folder')
  contains('/no/such/folder is not a folder', editor.notified()[1], 'message')
  vim.cmd('cclose')
end)

test(':PerfReview log shows the log', function()
  vim.cmd('PerfReview log')
  contains('lsp.log', vim.api.nvim_buf_get_name(0), 'file')
  vim.cmd('tabclose')
end)

test(':PerfReview restart starts a new server, and the findings come back', function()
  local buffer = editor.open(editor.PYTHON_FILE)
  local old = editor.clients()[1].id
  vim.cmd('PerfReview restart')
  eventually('another client', function()
    local now = editor.clients()[1]
    return now and now.id ~= old
  end)
  editor.go_to_finding(buffer, 'list-pop-front')
end)

harness.run()
