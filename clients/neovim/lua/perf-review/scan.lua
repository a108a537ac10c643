--- Reviews a whole folder into the quickfix list.
local messages = require('perf-review.messages')
local program = require('perf-review.program')
local workspace = require('perf-review.workspace')

local M = {}

--- The loudest first.
local IMPACTS = { significant = 1, moderate = 2, minor = 3, negligible = 4 }
local TYPES = { error = 'E', warning = 'W', information = 'I', hint = 'N' }

--- Where a finding is, as the protocol says it: the report counts from one, and in UTF-16 units too.
local function location_of(finding, folder)
  local range = finding.range
  return {
    uri = vim.uri_from_fname(vim.fs.normalize(vim.fs.joinpath(folder, finding.path))),
    range = {
      start = { line = range.startLine - 1, character = range.startColumn - 1 },
      ['end'] = { line = range.endLine - 1, character = range.endColumn - 1 },
    },
  }
end

--- The findings as items, by impact, and within one by file and line.
local function items_of(report, folder)
  local findings, locations = {}, {}
  for _, finding in ipairs(report.findings) do
    local location = location_of(finding, folder)
    findings[location] = finding
    table.insert(locations, location)
  end
  -- Neovim reads the lines, since its columns are bytes, and sorts.
  local items = vim.lsp.util.locations_to_items(locations, 'utf-16')
  local by_impact = { {}, {}, {}, {} }
  for _, item in ipairs(items) do
    local finding = findings[item.user_data]
    item.type = TYPES[finding.severity]
    item.text = ('%s: %s'):format(finding.rule, finding.message)
    table.insert(by_impact[IMPACTS[finding.impact]], item)
  end
  return vim.iter(by_impact):flatten():totable()
end

local function show(report, folder)
  local items = items_of(report, folder)
  vim.fn.setqflist({}, ' ', { title = 'perf-review ' .. folder, items = items })
  messages.tell(('%d findings in %d files'):format(#items, report.summary.filesReviewed), vim.log.levels.INFO)
  for _, problem in ipairs(report.problems) do
    messages.tell(('%s: %s'):format(problem.path, problem.message), vim.log.levels.WARN)
  end
  if #items > 0 then
    vim.cmd('botright copen')
  end
end

--- Reviews all files of a folder, as they are on disk.
--- @param folder? string when absent, the workspace of the current buffer, or Neovim's own folder
function M.run(folder)
  folder = vim.fs.normalize(vim.fn.fnamemodify(folder or workspace.root(0) or vim.fn.getcwd(), ':p'))
  if vim.fn.isdirectory(folder) == 0 then
    messages.tell(('%s is not a folder'):format(folder))
    return
  end
  local arguments = { 'check', '--format', 'json' }
  local minimum = require('perf-review').settings.minimum_impact
  if minimum then
    vim.list_extend(arguments, { '--min-impact', minimum })
  end
  messages.tell(('reviewing %s'):format(folder), vim.log.levels.INFO)
  program.run(folder, vim.list_extend(arguments, { '.' }), function(answer)
    local read, report = pcall(vim.json.decode, answer.stdout)
    if not read then
      messages.tell(('%s could not be reviewed: %s'):format(folder, program.complaint(answer)))
      return
    end
    show(report, folder)
  end)
end

return M
