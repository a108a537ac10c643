--- Starts a server that crashed again, and leaves one alone that keeps crashing.
local messages = require('perf-review.messages')
local workspace = require('perf-review.workspace')

local M = {}

local ALLOWED = 3
local WINDOW_MILLISECONDS = 3 * 60 * 1000
local FIRST_PAUSE_MILLISECONDS = 250

--- Exit statuses that someone asked for: the end of the session, an interrupt and a polite kill.
local PEACEFUL = { [0] = true, [130] = true, [143] = true }

--- @class perf-review.Down
--- @field configuration vim.lsp.ClientConfig
--- @field buffers integer[] what it served as it ended; none when it never came up

--- The times of the last crashes, and the servers that stay down, by workspace folder.
local crashes = {} --- @type table<string, integer[]>
local down = {} --- @type table<string, perf-review.Down>

local function key_of(folder)
  return folder or ''
end

local function how(code, signal)
  return signal ~= 0 and ('signal ' .. signal) or ('exit status ' .. code)
end

--- Counts a crash.
--- @return integer number of crashes in the window
local function count(key)
  local now = vim.uv.now()
  local recent = vim.tbl_filter(function(time)
    return now - time < WINDOW_MILLISECONDS
  end, crashes[key] or {})
  table.insert(recent, now)
  crashes[key] = recent
  return #recent
end

--- Starts a server again for what it served and what was opened in its folder since.
--- @param server perf-review.Down
function M.start(server)
  local buffers = vim.list_extend(workspace.open_buffers(server.configuration.root_dir), server.buffers)
  for _, buffer in ipairs(buffers) do
    if vim.api.nvim_buf_is_loaded(buffer) then
      vim.lsp.start(server.configuration, { bufnr = buffer })
    end
  end
end

local function stay_down(key, server, reason)
  down[key] = server
  messages.tell(reason .. '; :PerfReview log says why, :PerfReview restart tries again')
end

local function crashed(server, came_up, ending)
  local key = key_of(server.configuration.root_dir)
  -- A server that does not even come up would not come up the next time either.
  if not came_up then
    stay_down(key, server, ('the server ended while it was starting (%s)'):format(ending))
    return
  end
  local number = count(key)
  if number > ALLOWED then
    local minutes = WINDOW_MILLISECONDS / 60000
    stay_down(key, server, ('the server crashed %d times within %d minutes (%s)'):format(number, minutes, ending))
    return
  end
  messages.tell(('the server crashed (%s) and is started again'):format(ending), vim.log.levels.WARN)
  vim.defer_fn(function()
    M.start(server)
  end, FIRST_PAUSE_MILLISECONDS * 2 ^ (number - 1))
end

--- Neovim calls this when a server ended, whatever the reason.
--- @param code integer
--- @param signal integer
--- @param client_id integer
function M.on_exit(code, signal, client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  if not client or signal == 15 or (PEACEFUL[code] and signal == 0) then
    return
  end
  -- Neovim forgets these right after this call.
  local server = { configuration = client.config, buffers = vim.tbl_keys(client.attached_buffers) }
  local came_up = client.initialized == true
  vim.schedule(function()
    if vim.v.exiting == vim.NIL then
      crashed(server, came_up, how(code, signal))
    end
  end)
end

--- Whether the server of a folder crashed too often to be started again unasked.
--- @param folder string|nil
--- @return boolean
function M.gave_up(folder)
  return down[key_of(folder)] ~= nil
end

--- The servers that stay down; they are forgotten, and so are all crashes.
--- @return perf-review.Down[]
function M.pardon()
  local servers = vim.tbl_values(down)
  crashes, down = {}, {}
  return servers
end

--- The folders whose servers stay down.
--- @return string[]
function M.folders_down()
  return vim.tbl_keys(down)
end

return M
