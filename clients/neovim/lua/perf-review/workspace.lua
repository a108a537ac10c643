--- Decides which folder is the workspace of a file.
local M = {}

--- The buffers that are reviewed.
M.filetypes = { 'python', 'rust' }

--- The names of our own configuration files.
M.configuration_files = { 'perf-review.toml', '.perf-review.toml' }

--- Strongest first: a file of ours says where the workspace is, a repository's top comes next, and a package's manifest is the
--- last resort, since SGLang and Dynamo keep several of them below the top.
local MARKERS = {
  M.configuration_files,
  { '.git' },
  { 'pyproject.toml', 'Cargo.toml' },
}

--- Whether a buffer holds a file to review; scratch buffers, terminals and previews do not.
--- @param buffer integer
--- @return boolean
function M.is_reviewed(buffer)
  return vim.api.nvim_buf_is_loaded(buffer)
    and vim.bo[buffer].buftype == ''
    and vim.list_contains(M.filetypes, vim.bo[buffer].filetype)
end

--- The workspace folder of a buffer.
--- @param buffer integer
--- @return string|nil folder nothing for a file that lies in none
function M.root(buffer)
  for _, names in ipairs(MARKERS) do
    local folder = vim.fs.root(buffer, names)
    if folder then
      return folder
    end
  end
  return nil
end

--- The buffers to review that are open in a folder.
--- @param folder string|nil nothing for the files that lie in no folder
--- @return integer[]
function M.open_buffers(folder)
  return vim.tbl_filter(function(buffer)
    return M.is_reviewed(buffer) and M.root(buffer) == folder
  end, vim.api.nvim_list_bufs())
end

return M
