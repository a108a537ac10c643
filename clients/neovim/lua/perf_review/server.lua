--- Finds the server's program.
local M = {}

--- @return string the folder of this plugin, `clients/neovim` in the repository
local function plugin_folder()
  local this_file = debug.getinfo(1, 'S').source:sub(2)
  return vim.fn.fnamemodify(this_file, ':p:h:h:h')
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

--- The command that starts the server.
--- @param settings perf_review.Settings
--- @return string[]|nil command nothing when there is no server
--- @return string origin where it was found, or why it was not
function M.command(settings)
  if settings.cmd then
    if vim.fn.executable(settings.cmd[1]) == 1 then
      return settings.cmd, 'the setting `cmd`'
    end
    return nil, ('`%s`, which the setting `cmd` names, cannot be run'):format(settings.cmd[1])
  end
  for _, candidate in ipairs(candidates()) do
    if candidate.path ~= '' and vim.fn.executable(candidate.path) == 1 then
      return { candidate.path, 'server', '--stdio' }, candidate.origin
    end
  end
  return nil, '`perf-review` is not on PATH: put it there, or name it with require("perf_review").setup({ cmd = { … } })'
end

return M
