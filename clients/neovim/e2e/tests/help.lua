-- The help file is complete and its tags are up to date.
local harness = require('harness')
local test, equal, contains = harness.test, harness.equal, harness.contains

local DOC = vim.env.PERF_REVIEW_PLUGIN .. '/doc'

local function tags(file)
  local names = {}
  for _, line in ipairs(vim.fn.readfile(file)) do
    table.insert(names, line:match('^[^\t]+'))
  end
  return names
end

test(':help perf-review opens the page', function()
  vim.cmd('help perf-review')
  contains('perf-review.txt', vim.api.nvim_buf_get_name(0), 'file')
  vim.cmd('helpclose')
end)

test('the tags are those of the text', function()
  local copy = vim.fn.tempname()
  vim.fn.mkdir(copy)
  vim.fn.writefile(vim.fn.readfile(DOC .. '/perf-review.txt'), copy .. '/perf-review.txt')
  vim.cmd('silent helptags ' .. copy)
  equal(vim.fn.readfile(copy .. '/tags'), vim.fn.readfile(DOC .. '/tags'), 'doc/tags (make it anew with :helptags)')
end)

test('every tag, and every link to one of ours, leads somewhere', function()
  for _, tag in ipairs(tags(DOC .. '/tags')) do
    vim.cmd('help ' .. tag)
  end
  local text = table.concat(vim.fn.readfile(DOC .. '/perf-review.txt'), '\n')
  for link in text:gmatch('|([^|%s]+)|') do
    assert(#vim.fn.getcompletion(link, 'help') > 0 or link:find('^vim%.lsp%.'), 'no help for ' .. link)
  end
  vim.cmd('helpclose')
end)

test('every subcommand and every setting has its tag', function()
  local known = tags(DOC .. '/tags')
  for _, name in ipairs(vim.fn.getcompletion('PerfReview ', 'cmdline')) do
    assert(vim.list_contains(known, ':PerfReview-' .. name), 'no tag for :PerfReview ' .. name)
  end
  for _, name in ipairs(require('perf-review.settings').names()) do
    assert(vim.list_contains(known, 'perf-review-setting-' .. name), 'no tag for the setting ' .. name)
  end
  for name, value in pairs(require('perf-review')) do
    if type(value) == 'function' then
      assert(vim.list_contains(known, ('perf-review.%s()'):format(name)), 'no tag for the function ' .. name)
    end
  end
end)

test('no line is wider than a help window', function()
  for number, line in ipairs(vim.fn.readfile(DOC .. '/perf-review.txt')) do
    assert(vim.fn.strdisplaywidth(line) <= 80, ('line %d is too wide'):format(number))
  end
end)

harness.run()
