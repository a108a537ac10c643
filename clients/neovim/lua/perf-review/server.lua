--- Finds the server's program and runs its other commands.
local M = {}

--- @return string the folder of this plugin, `clients/neovim` in the repository, also where a link leads to it
local function plugin_folder()
  local this_file = debug.getinfo(1, 'S').source:sub(2)
  return vim.fn.fnamemodify(vim.uv.fs_realpath(this_file) or this_file, ':p:h:h:h')
end

--- Where the program is looked for, in this order.
--- @return { path: string, origin: string }[]
local function candidates()
  local repository = vim.fn.fnamemodify(plugin_folder(), ':h:h')
  return {
    { path = vim.fn.exepath('perf-review'), origin = 'PATH' },
    -- The plugin's own checkout, when it was built there.
    { path = repository .. '/server/target/dist/perf-review/bin/perf-review', origin = 'the build in the checkout' },
  }
end

--- Why a command cannot be run; nothing when it can.
--- @param command string[]
--- @return string|nil
function M.problem(command)
  if vim.fn.executable(command[1]) == 1 then
    return nil
  end
  return ('`%s`, which `cmd` names, cannot be run: is it installed, and is it a program?'):format(command[1])
end

--- The command that starts the server.
--- @param settings perf-review.Settings
--- @return string[]|nil command nothing when there is no server
--- @return string origin where it was found, or why it was not
function M.command(settings)
  if settings.cmd then
    local problem = M.problem(settings.cmd)
    if problem then
      return nil, problem
    end
    return settings.cmd, 'the setting `cmd`'
  end
  for _, candidate in ipairs(candidates()) do
    if candidate.path ~= '' and vim.fn.executable(candidate.path) == 1 then
      return { candidate.path, 'server', '--stdio' }, candidate.origin
    end
  end
  return nil,
    '`perf-review` is not on PATH: put it there, or name it with require("perf-review").setup({ cmd = { … } })'
end

--- A command line of the program that `command` starts as a server.
--- @param command string[] what starts the server, perhaps through another program such as `nice`
--- @param ... string the arguments in place of `server --stdio`
--- @return string[]
function M.other(command, ...)
  local line = {}
  for _, word in ipairs(command) do
    if word == 'server' then
      break
    end
    table.insert(line, word)
  end
  return vim.list_extend(line, { ... })
end

return M
