--- Runs the program that holds the server for another of its commands.
local client = require('perf-review.client')
local messages = require('perf-review.messages')
local server = require('perf-review.server')

local M = {}

--- The command line of a command; nothing, and a message, when there is no program.
--- @param ... string arguments
--- @return string[]|nil
local function line_of(...)
  local command, reason = client.command(require('perf-review').settings)
  if not command then
    messages.tell(reason)
    return nil
  end
  return server.other(command, ...)
end

--- Runs a command in the background.
--- @param folder string|nil where; Neovim's own folder when absent
--- @param arguments string[]
--- @param on_end fun(answer: vim.SystemCompleted) called when it ended, with its output as text
function M.run(folder, arguments, on_end)
  local line = line_of(unpack(arguments))
  if not line then
    return
  end
  local started, problem = pcall(vim.system, line, { text = true, cwd = folder }, vim.schedule_wrap(on_end))
  if not started then
    messages.tell(('`%s` cannot be run: %s'):format(table.concat(line, ' '), problem))
  end
end

--- Runs a command and waits for its output.
--- @param ... string arguments
--- @return string|nil output nothing when it failed
function M.output(...)
  local line = line_of(...)
  local output = line and vim.fn.system(line)
  return vim.v.shell_error == 0 and output or nil
end

--- What a command that failed said about it, in one sentence.
--- @param answer vim.SystemCompleted
--- @return string
function M.complaint(answer)
  local text = vim.trim(answer.stderr or ''):gsub('^perf%-review: ', '')
  return text ~= '' and text or ('it ended with status %d'):format(answer.code)
end

return M
