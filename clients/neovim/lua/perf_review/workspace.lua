--- Decides which folder is the workspace of a file.
local M = {}

--- Strongest first: a file of ours says where the workspace is, a repository's top comes next, and a package's manifest is the
--- last resort, since SGLang and Dynamo keep several of them below the top.
local MARKERS = {
  { 'perf-review.toml', '.perf-review.toml' },
  { '.git' },
  { 'pyproject.toml', 'Cargo.toml' },
}

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

return M
