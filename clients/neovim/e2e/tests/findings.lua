-- See a finding, read about it, fix it, silence it.
local harness = require('harness')
local editor = require('editor')
local test, eventually, equal, contains = harness.test, harness.eventually, harness.equal, harness.contains
local severity = vim.diagnostic.severity

require('perf-review').setup({ cmd = editor.command() })

test('findings appear with the severity of their impact', function()
  local buffer = editor.open(editor.PYTHON_FILE)
  local found = editor.go_to_finding(buffer, 'list-pop-front')
  equal(severity.ERROR, found.severity, 'severity')
  contains('ack_write_queue', found.message, 'message')
  contains('runs on every scheduler step', found.message, 'message')
  equal(vim.env.PERF_REVIEW_WORKSPACE, editor.clients()[1].config.root_dir, 'workspace folder')
end)

test('each finding has a sign in the margin, and the word it is about', function()
  local buffer = vim.api.nvim_get_current_buf()
  local found = editor.go_to_finding(buffer, 'list-pop-front')
  vim.cmd.redraw()
  local signs = vim.api.nvim_buf_get_extmarks(buffer, -1, { found.lnum, 0 }, { found.lnum, -1 }, {
    details = true,
    type = 'sign',
  })
  equal('E', vim.trim(signs[1][4].sign_text), 'sign')
  equal('DiagnosticSignError', signs[1][4].sign_hl_group, 'colour of the sign')
  local line = editor.lines(buffer)[found.lnum + 1]
  equal('self.ack_write_queue.pop(0)', line:sub(found.col + 1, found.end_col), 'marked text')
end)

test('columns are right behind an emoji and a tab', function()
  editor.write('wide.py', {
    'def drain(requests):',
    '    queue = [request for request in requests]',
    '    while queue:',
    '\tlabel = "🚀é"; yield queue.pop(0)',
  })
  local buffer = editor.open('wide.py')
  local found = editor.go_to_finding(buffer, 'list-pop-front')
  equal('queue.pop(0)', editor.lines(buffer)[4]:sub(found.col + 1, found.end_col), 'marked text')
  vim.cmd('bwipeout!')
end)

test('hover on a finding opens the page of its rule', function()
  local buffer = editor.open(editor.PYTHON_FILE)
  editor.go_to_finding(buffer, 'list-pop-front')
  vim.lsp.buf.hover()
  local window = eventually('a floating window', function()
    return vim.iter(vim.api.nvim_list_wins()):find(function(one)
      return vim.api.nvim_win_get_config(one).relative ~= ''
    end)
  end)
  local page = editor.text(vim.api.nvim_win_get_buf(window))
  contains('list-pop-front', page, 'hover')
  contains('Why it is slow', page, 'hover')
  vim.api.nvim_win_close(window, true)
end)

test('typing takes a finding away, and undo brings it back', function()
  local buffer = vim.api.nvim_get_current_buf()
  local count = #editor.findings(buffer)
  local found = editor.go_to_finding(buffer, 'list-pop-front')
  vim.cmd('normal! cc' .. 'acknowledgement = None')
  eventually('one finding less', function()
    return #editor.findings(buffer) == count - 1
  end)
  vim.cmd('silent undo')
  eventually('the finding again', function()
    return #editor.findings(buffer) == count
  end)
  equal(found.lnum, editor.findings(buffer, 'list-pop-front')[1].lnum, 'line')
end)

test('"ignore here" silences the finding, and undo brings it back', function()
  local buffer = vim.api.nvim_get_current_buf()
  local before = editor.text(buffer)
  local count = #editor.findings(buffer)
  editor.go_to_finding(buffer, 'list-pop-front')
  editor.apply_action(function(title)
    return title == 'Ignore `list-pop-front` here'
  end)
  eventually('the comment', function()
    return editor.text(buffer):find('perf: ignore[list-pop-front]', 1, true)
  end)
  eventually('one finding less', function()
    return #editor.findings(buffer) == count - 1
  end)
  vim.cmd('silent undo')
  equal(before, editor.text(buffer), 'text after undo')
  eventually('the finding again', function()
    return #editor.findings(buffer) == count
  end)
end)

test('the quick fix mends the code, and the finding goes', function()
  editor.write('drain.py', editor.DRAIN)
  local buffer = editor.open('drain.py')
  editor.go_to_finding(buffer, 'list-pop-front')
  editor.apply_action(function(title)
    return title:find('deque', 1, true) ~= nil
  end)
  eventually('another text', function()
    return not vim.deep_equal(editor.DRAIN, editor.lines(buffer))
  end)
  equal(editor.DRAIN_FIXED, editor.lines(buffer), 'text')
  eventually('no finding', function()
    return #editor.findings(buffer) == 0
  end)
end)

test('source.fixAll.perfReview applies the safe fixes', function()
  vim.cmd('edit!')
  local buffer = vim.api.nvim_get_current_buf()
  editor.go_to_finding(buffer, 'list-pop-front')
  vim.lsp.buf.code_action({
    context = { only = { 'source.fixAll.perfReview' }, diagnostics = {} },
    apply = true,
  })
  eventually('another text', function()
    return not vim.deep_equal(editor.DRAIN, editor.lines(buffer))
  end)
  equal(editor.DRAIN_FIXED, editor.lines(buffer), 'text')
end)

test(':PerfReview fix does the same, and the file can be written', function()
  vim.cmd('edit!')
  local buffer = vim.api.nvim_get_current_buf()
  editor.go_to_finding(buffer, 'list-pop-front')
  vim.cmd('PerfReview fix')
  eventually('no finding', function()
    return #editor.findings(buffer) == 0
  end)
  vim.cmd('silent write')
  equal(editor.DRAIN_FIXED, vim.fn.readfile(editor.path('drain.py')), 'file')
end)

test('Rust is reviewed by the same server', function()
  local files = vim.fn.globpath(vim.env.PERF_REVIEW_WORKSPACE, '**/*.rs', true, true)
  assert(#files > 0, 'no Rust file in the sample workspace')
  vim.cmd.edit(vim.fn.fnameescape(files[1]))
  local buffer = vim.api.nvim_get_current_buf()
  eventually('a finding in ' .. files[1], function()
    return editor.findings(buffer)[1]
  end)
  equal(1, #editor.clients(), 'clients')
end)

harness.run()
