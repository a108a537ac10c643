--- Runs the tests of a file one after the other in this Neovim and tells how they went.
local M = {}

local tests = {}

--- Adds a test; one that raises an error has failed.
function M.test(name, run)
  table.insert(tests, { name = name, run = run })
end

--- Waits until `condition` gives something, and returns it.
function M.eventually(what, condition, milliseconds)
  local answer
  local met = vim.wait(milliseconds or 60000, function()
    answer = condition()
    return answer
  end, 20)
  if not met then
    error('waited in vain for ' .. what, 2)
  end
  return answer
end

--- Raises an error when `condition` gives something within half a second.
function M.never(what, condition)
  if vim.wait(500, condition, 20) then
    error('there should be no ' .. what, 2)
  end
end

--- Raises an error unless the two are equal.
function M.equal(expected, actual, what)
  if not vim.deep_equal(expected, actual) then
    error(('%s: expected %s but got %s'):format(what, vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

--- Raises an error unless the text holds the part, as it stands.
function M.contains(part, text, what)
  if not text:find(part, 1, true) then
    error(('%s: expected %s in %s'):format(what, vim.inspect(part), text), 2)
  end
end

-- Deprecated functions that our files call: each will be gone in some later Neovim.
local deprecated = {}
local deprecate = vim.deprecate
vim.deprecate = function(name, ...)
  local trace = debug.traceback()
  if trace:find('lua/perf-review/', 1, true) or trace:find('lsp/perf-review', 1, true) then
    deprecated[name] = trace
  end
  return deprecate(name, ...)
end

-- An error in an autocommand or a callback ends no test; Neovim only shows it.
local function shown_errors()
  local messages = vim.api.nvim_exec2('messages', { output = true }).output
  return messages:match('[^\n]*Error executing.*') or messages:match('[^\n]*Error in .*') or messages:match('E5108.*')
end

local function last_checks()
  M.test('Neovim showed no error, and nothing deprecated was called', function()
    M.equal({}, deprecated, 'deprecated functions')
    M.equal(nil, shown_errors(), 'error')
  end)
end

--- Runs all tests and ends Neovim with status 1 when one failed.
function M.run()
  last_checks()
  local passed, failed = 0, 0
  for _, test in ipairs(tests) do
    local ok, problem = xpcall(test.run, debug.traceback)
    if ok then
      passed = passed + 1
      io.write('\nok      ' .. test.name .. '\n')
    else
      failed = failed + 1
      io.write('\nFAILED  ' .. test.name .. '\n' .. problem .. '\n')
    end
  end
  io.write(('\n%d passed, %d failed\n'):format(passed, failed))
  vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
end

return M
