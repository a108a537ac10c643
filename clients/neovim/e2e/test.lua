-- What a user does in Neovim, done for real: see a finding, read about it, fix it, silence it.
package.path = vim.env.PERF_REVIEW_TESTS .. '/?.lua;' .. package.path
local harness = require('harness')
local test, eventually, equal = harness.test, harness.eventually, harness.equal

local PYTHON_FILE = 'sglang/python/sglang/srt/mem_cache/hiradix_cache.py'
local severity = vim.diagnostic.severity

local function open(relative)
  vim.cmd.edit(vim.fn.fnameescape(vim.env.PERF_REVIEW_WORKSPACE .. '/' .. relative))
  return vim.api.nvim_get_current_buf()
end

local function findings(buffer, rule)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'perf-review' and (not rule or diagnostic.code == rule)
  end, vim.diagnostic.get(buffer))
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

--- The finding of a rule, with the cursor put on it.
local function go_to_finding(buffer, rule)
  local found = eventually('a finding of ' .. rule, function()
    return findings(buffer, rule)[1]
  end)
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  return found
end

local function apply_action(matches)
  vim.lsp.buf.code_action({
    filter = function(action)
      return matches(action.title)
    end,
    apply = true,
  })
end

local function messages_during(run)
  local messages = {}
  local original = vim.notify
  vim.notify = function(message)
    table.insert(messages, message)
  end
  local ok, problem = pcall(run)
  vim.notify = original
  assert(ok, problem)
  return messages
end

test('a missing server is announced once, in words that help', function()
  local messages = messages_during(function()
    require('perf_review').setup({ cmd = { 'no-such-perf-review' } })
    open(PYTHON_FILE)
    open('sglang/python/sglang/srt/managers/scheduler.py')
  end)
  equal(1, #messages, 'messages')
  assert(messages[1]:find('no-such-perf-review', 1, true), messages[1])
  vim.cmd('%bwipeout!')
end)

test('a mistake in the settings is announced', function()
  local messages = messages_during(function()
    require('perf_review').setup({ minimum_impact = 'huge', colour = 'red' })
  end)
  equal(1, #messages, 'messages')
  assert(messages[1]:find('`colour`', 1, true) and messages[1]:find('minimum_impact', 1, true), messages[1])
end)

test('findings appear with the severity of their impact', function()
  require('perf_review').setup({ cmd = { vim.env.PERF_REVIEW_SERVER, 'server', '--stdio' } })
  local buffer = open(PYTHON_FILE)
  local found = go_to_finding(buffer, 'list-pop-front')
  equal(severity.ERROR, found.severity, 'severity')
  assert(found.message:find('ack_write_queue', 1, true), found.message)
  local client = require('perf_review.client').running()[1]
  equal(vim.env.PERF_REVIEW_WORKSPACE, client.config.root_dir, 'workspace folder')
end)

test('hover on a finding shows the page of its rule', function()
  local buffer = vim.api.nvim_get_current_buf()
  local found = go_to_finding(buffer, 'list-pop-front')
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = found.lnum, character = found.col },
  }, 20000)
  local _, answer = next(answers or {})
  assert(answer and answer.result, vim.inspect(answers))
  assert(vim.inspect(answer.result.contents):find('list%-pop%-front'), vim.inspect(answer.result.contents))
end)

test('"ignore here" silences the finding, and undo brings it back', function()
  local buffer = vim.api.nvim_get_current_buf()
  local before = text(buffer)
  local count = #findings(buffer)
  go_to_finding(buffer, 'list-pop-front')
  apply_action(function(title)
    return title:lower():find('ignore', 1, true) and not title:lower():find('file', 1, true)
  end)
  eventually('the comment', function()
    return text(buffer):find('perf: ignore[list-pop-front]', 1, true)
  end)
  eventually('one finding less', function()
    return #findings(buffer) == count - 1
  end)
  vim.cmd.undo()
  equal(before, text(buffer), 'text after undo')
  eventually('the finding again', function()
    return #findings(buffer) == count
  end)
end)

test('the quick fix mends the code, and the finding goes', function()
  local buffer = vim.api.nvim_get_current_buf()
  local count = #findings(buffer, 'list-pop-front')
  go_to_finding(buffer, 'list-pop-front')
  apply_action(function(title)
    return title:find('deque', 1, true) ~= nil
  end)
  eventually('the fix in the text', function()
    return text(buffer):find('self.ack_write_queue.popleft()', 1, true)
  end)
  eventually('a finding less', function()
    return #findings(buffer, 'list-pop-front') < count
  end)
end)

test(':PerfReview fix applies the safe fixes', function()
  vim.cmd('edit!')
  vim.fn.writefile({
    'def drain(requests):',
    '    queue = [request for request in requests]',
    '    while queue:',
    '        yield queue.pop(0)',
  }, vim.env.PERF_REVIEW_WORKSPACE .. '/drain.py')
  local buffer = open('drain.py')
  go_to_finding(buffer, 'list-pop-front')
  vim.cmd('PerfReview fix')
  eventually('popleft in the text', function()
    return text(buffer):find('yield queue.popleft()', 1, true)
  end)
  eventually('no finding', function()
    return #findings(buffer) == 0
  end)
  vim.cmd('write')
end)

test(':PerfReview restart starts a new server, and the findings come back', function()
  local buffer = open(PYTHON_FILE)
  local client = require('perf_review.client')
  local old = eventually('a client', function()
    return client.running()[1]
  end)
  vim.cmd('PerfReview restart')
  eventually('another client', function()
    local now = client.running()[1]
    return now and now.id ~= old.id
  end)
  go_to_finding(buffer, 'list-pop-front')
end)

test('Rust is reviewed by the same server', function()
  local files = vim.fn.globpath(vim.env.PERF_REVIEW_WORKSPACE, '**/*.rs', true, true)
  assert(#files > 0, 'no Rust file in the sample workspace')
  vim.cmd.edit(vim.fn.fnameescape(files[1]))
  local buffer = vim.api.nvim_get_current_buf()
  eventually('a finding in ' .. files[1], function()
    return findings(buffer)[1]
  end)
  equal(1, #require('perf_review.client').running(), 'clients')
end)

test(':checkhealth perf_review finds nothing wrong', function()
  vim.cmd('checkhealth perf_review')
  local report = text(vim.api.nvim_get_current_buf())
  assert(report:find('reviewing', 1, true), report)
  assert(not report:find('ERROR', 1, true), report)
  vim.cmd.bwipeout()
end)

if vim.fn.has('nvim-0.11') == 1 then
  test("vim.lsp.enable('perf_review') works without setup", function()
    require('perf_review.client').running()[1]:stop()
    vim.cmd('%bwipeout!')
    vim.api.nvim_clear_autocmds({ group = 'perf_review' })
    vim.lsp.config('perf_review', {
      cmd = { vim.env.PERF_REVIEW_SERVER, 'server', '--stdio' },
      settings = { perfReview = { maxSeverity = 'warning' } },
    })
    vim.lsp.enable('perf_review')
    local buffer = open(PYTHON_FILE)
    equal(severity.WARN, go_to_finding(buffer, 'list-pop-front').severity, 'severity under the cap')
  end)
end

harness.run()
