--- Shows text in a window of its own, as help does.
local M = {}

--- Opens a page, or goes to it and renews it when it is already shown.
--- @param name string tells pages apart
--- @param text string
--- @param filetype string
function M.show(name, text, filetype)
  local title = 'perf-review://' .. name
  local buffer = vim.fn.bufnr(vim.fn.fnameescape(title))
  if buffer == -1 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, title)
  end
  local window = vim.fn.bufwinid(buffer)
  if window == -1 then
    vim.cmd('silent sbuffer ' .. buffer)
    window = vim.api.nvim_get_current_win()
  end
  vim.api.nvim_set_current_win(window)
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), '\n'))
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].filetype = filetype
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, desc = 'Close this page' })
end

return M
