--- Shows what the change under way does to performance.
local client = require('perf-review.client')
local messages = require('perf-review.messages')
local page = require('perf-review.page')
local rpc = require('perf-review.rpc')

local M = {}

local COMMAND = 'perfReview.reviewChanges'

--- The place that a line of the report names, nearest to a column: `path:line`, in backquotes.
--- @param line string
--- @param column integer zero-based
--- @return string|nil path
--- @return integer|nil line
local function place_at(line, column)
  local path, number
  for start, place, row in line:gmatch('()`([^`]-):(%d+)`') do
    if not path or start <= column + 1 then
      path, number = place, tonumber(row)
    end
  end
  return path, number
end

--- Goes to the place under the cursor in the window that was the last one before the report.
--- @param roots string[] the folders that paths are told from
local function go_to_place(roots)
  local column = vim.api.nvim_win_get_cursor(0)[2]
  local path, line = place_at(vim.api.nvim_get_current_line(), column)
  if not path then
    return
  end
  local candidates = vim.startswith(path, '/') and { path }
    or vim.tbl_map(function(root)
      return vim.fs.joinpath(root, path)
    end, roots)
  for _, file in ipairs(candidates) do
    if vim.uv.fs_stat(file) then
      vim.cmd('wincmd p')
      vim.cmd.edit(vim.fn.fnameescape(file))
      vim.api.nvim_win_set_cursor(0, { math.min(line, vim.api.nvim_buf_line_count(0)), 0 })
      return
    end
  end
  messages.tell(('%s is not there any more'):format(path), vim.log.levels.WARN)
end

local function show(answer)
  -- Where nothing has changed, the server says so.
  if answer.counts.files == 0 then
    return
  end
  page.show('changes', answer.markdown, 'markdown')
  vim.keymap.set('n', '<CR>', function()
    go_to_place(answer.roots)
  end, { buffer = vim.api.nvim_get_current_buf(), desc = 'Go to the place under the cursor' })
end

--- Reviews the change, unsaved text and all, in the repository of the current buffer.
--- @param base? string the commit or range to review from; when absent, where HEAD left the main branch
function M.run(base)
  local buffer = vim.api.nvim_get_current_buf()
  local attached = vim.lsp.get_clients({ name = client.name, bufnr = buffer })[1]
  local server = attached or client.running()[1]
  if not server then
    messages.tell('no server runs: open a Python or Rust file', vim.log.levels.WARN)
    return
  end
  local uri = attached and vim.uri_from_bufnr(buffer) or vim.NIL
  messages.tell('reviewing the change', vim.log.levels.INFO)
  rpc.request(server, 'workspace/executeCommand', {
    command = COMMAND,
    arguments = { base or vim.NIL, uri, false },
  }, function(problem, answer)
    if problem then
      messages.tell(problem.message)
    elseif answer then
      show(answer)
    end
  end, buffer)
end

return M
