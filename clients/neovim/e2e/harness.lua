--- Runs tests one after the other in this Neovim and tells how they went.
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

--- Raises an error unless the two are equal.
function M.equal(expected, actual, what)
  if not vim.deep_equal(expected, actual) then
    error(('%s: expected %s but got %s'):format(what, vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

--- Runs all tests and ends Neovim with status 1 when one failed.
function M.run()
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
