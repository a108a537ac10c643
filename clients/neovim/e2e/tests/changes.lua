-- The change under way: its report, and findings on changed lines only.
local harness = require('harness')
local editor = require('editor')
local test, eventually, equal, contains = harness.test, harness.eventually, harness.equal, harness.contains

local FILE = 'sglang/python/sglang/srt/mem_cache/prefetcher.py'

local function git(...)
  local command = { 'git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', '-C', editor.path(''), ... }
  local done = vim.system(command, { text = true, env = { LD_LIBRARY_PATH = '' } }):wait()
  assert(done.code == 0, done.stderr)
end

local function commit()
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
end

local function findings_become(buffer, count)
  eventually(count .. ' findings', function()
    return #editor.findings(buffer, 'list-pop-front') == count
  end)
end

local function setup(settings)
  require('perf-review').setup(vim.tbl_extend('force', { cmd = editor.command() }, settings))
end

--- Changes the line of the finding without saving it.
local function edit(buffer)
  for number, line in ipairs(editor.lines(buffer)) do
    if line:find('.pop(0)', 1, true) then
      vim.api.nvim_buf_set_lines(buffer, number - 1, number, false, { line .. '  # the oldest' })
      return number
    end
  end
end

git('init', '--quiet', '--initial-branch=main')
commit()

-- What servers say is among the messages; Neovim 0.12 shows it through vim.notify(), which may not keep it.
local told = {}
local notify = vim.notify
vim.notify = function(message, ...)
  table.insert(told, message)
  return notify(message, ...)
end

local function says(text)
  return (table.concat(told, '\n') .. vim.fn.execute('messages')):find(text, 1, true)
end

test(':PerfReview changes says when nothing has changed', function()
  setup({})
  findings_become(editor.open(FILE), 1)
  vim.cmd('PerfReview changes')
  eventually('the message', function()
    return says('nothing has changed since')
  end)
end)

test('scope = "changed" shows findings on lines that are edited, saved or not, and follows commits', function()
  local buffer = vim.api.nvim_get_current_buf()
  setup({ scope = 'changed' })
  findings_become(buffer, 0)
  edit(buffer)
  findings_become(buffer, 1)
  vim.cmd('silent write')
  commit()
  findings_become(buffer, 0)
  setup({})
  findings_become(buffer, 1)
end)

test(':PerfReview changes shows the report of what is not saved, and goes to its places', function()
  local buffer = vim.api.nvim_get_current_buf()
  edit(buffer)
  vim.cmd('PerfReview changes')
  local report = eventually('the report', function()
    local current = vim.api.nvim_get_current_buf()
    return vim.api.nvim_buf_get_name(current) == 'perf-review://changes' and current
  end)
  contains('# Performance review', editor.text(report), 'report')
  contains('not saved yet', editor.text(report), 'report')
  equal('markdown', vim.bo[report].filetype, 'file type')
  vim.cmd('close')
  vim.cmd('silent write')
  vim.cmd('PerfReview changes HEAD~1')
  eventually('the report since the first commit', function()
    return vim.api.nvim_buf_get_name(0) == 'perf-review://changes'
  end)
  vim.cmd('close')
end)

test(':PerfReview changes of what is no commit says so', function()
  editor.notified()
  vim.cmd('PerfReview changes no-such-branch')
  contains('there is no commit', editor.wait_for_message('no-such-branch'), 'message')
end)

test('<CR> in the report goes to the place under the cursor', function()
  local path = 'sglang/python/sglang/srt/mem_cache/new_queue.py'
  editor.write(path, {
    'class HiCacheQueue:',
    '    def __init__(self):',
    '        self.waiting = []',
    '',
    '    def check(self):',
    '        return self.waiting.pop(0)',
  })
  local buffer = editor.open(path)
  findings_become(buffer, 1)
  vim.cmd('PerfReview changes')
  eventually('the report', function()
    return vim.api.nvim_buf_get_name(0) == 'perf-review://changes'
  end)
  assert(vim.fn.search('new_queue.py:6') > 0, editor.text(0))
  local enter = vim.api.nvim_replace_termcodes('<CR>', true, false, true)
  vim.api.nvim_feedkeys(enter, 'xt', false)
  equal(buffer, vim.api.nvim_get_current_buf(), 'buffer')
  equal(6, vim.api.nvim_win_get_cursor(0)[1], 'line')
end)

harness.run()
