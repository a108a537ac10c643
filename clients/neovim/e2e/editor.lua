--- What a user does in Neovim, as functions.
local harness = require('harness')

local M = {}

--- A file of the sample workspace with a finding on a hot line.
M.PYTHON_FILE = 'sglang/python/sglang/srt/mem_cache/hiradix_cache.py'

--- A whole small file with one finding that has a safe fix.
M.DRAIN = {
  'def drain(requests):',
  '    queue = [request for request in requests]',
  '    while queue:',
  '        yield queue.pop(0)',
}

--- The same after the fix.
M.DRAIN_FIXED = {
  'from collections import deque',
  '',
  'def drain(requests):',
  '    queue = deque([request for request in requests])',
  '    while queue:',
  '        yield queue.popleft()',
}

--- How the server under test is started.
function M.command()
  return { vim.env.PERF_REVIEW_SERVER, 'server', '--stdio' }
end

function M.path(relative)
  return vim.env.PERF_REVIEW_WORKSPACE .. '/' .. relative
end

--- Writes a file of the workspace, with its folders.
function M.write(relative, lines)
  vim.fn.mkdir(vim.fs.dirname(M.path(relative)), 'p')
  vim.fn.writefile(lines, M.path(relative))
end

--- Opens a file of the workspace.
--- @return integer buffer
function M.open(relative)
  vim.cmd.edit(vim.fn.fnameescape(M.path(relative)))
  return vim.api.nvim_get_current_buf()
end

--- The findings in a buffer, of one rule or of all.
function M.findings(buffer, rule)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'perf-review' and (not rule or diagnostic.code == rule)
  end, vim.diagnostic.get(buffer))
end

function M.lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

function M.text(buffer)
  return table.concat(M.lines(buffer), '\n')
end

--- Waits for a finding of a rule and puts the cursor on it.
function M.go_to_finding(buffer, rule)
  local found = harness.eventually('a finding of ' .. rule, function()
    return M.findings(buffer, rule)[1]
  end)
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  return found
end

--- Applies the code action whose title matches, as chosen from the menu.
function M.apply_action(matches)
  vim.lsp.buf.code_action({
    filter = function(action)
      return matches(action.title)
    end,
    apply = true,
  })
end

--- The running clients.
function M.clients()
  return vim.lsp.get_clients({ name = 'perf-review' })
end

function M.stop_all()
  for _, client in ipairs(M.clients()) do
    require('perf-review.rpc').stop(client, true)
  end
  harness.eventually('the end of all clients', function()
    return #M.clients() == 0
  end)
end

--- Closes everything, as if Neovim were new.
function M.start_over()
  M.stop_all()
  vim.cmd('silent %bwipeout!')
end

--- The processes that run below this Neovim.
function M.children()
  return vim.api.nvim_get_proc_children(vim.fn.getpid())
end

local notified = {}
vim.notify = function(message)
  table.insert(notified, message)
end

--- What the user was told since the last call, one text for each message.
function M.notified()
  local messages = notified
  notified = {}
  return messages
end

--- Waits until the user is told something that holds the part, and returns it.
function M.wait_for_message(part)
  return harness.eventually('the message ' .. part, function()
    for _, message in ipairs(notified) do
      if message:find(part, 1, true) then
        return message
      end
    end
  end)
end

return M
