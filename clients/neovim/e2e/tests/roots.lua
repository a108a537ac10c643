-- Which folder is the workspace.
local harness = require('harness')
local editor = require('editor')
local test, eventually, equal = harness.test, harness.eventually, harness.equal

require('perf-review').setup({ cmd = editor.command() })

--- Opens a file that lies two folders below `top`, waits for its finding, and says which workspace it has.
local function root_of(file)
  editor.write(file, editor.DRAIN)
  local buffer = editor.open(file)
  editor.go_to_finding(buffer, 'list-pop-front')
  local clients = vim.lsp.get_clients({ name = 'perf-review', bufnr = buffer })
  equal(1, #clients, 'clients of the buffer')
  return clients[1].config.root_dir
end

-- The sample workspace has its own perf-review.toml: without it, only what a test makes marks a folder.
vim.fn.delete(editor.path('perf-review.toml'))

for _, marker in ipairs({ 'perf-review.toml', '.perf-review.toml', 'pyproject.toml', 'Cargo.toml' }) do
  test(marker .. ' marks the workspace', function()
    local top = 'marked-by-' .. marker
    editor.write(top .. '/' .. marker, {})
    equal(editor.path(top), root_of(top .. '/below/further/drain.py'), 'workspace')
  end)
end

test('.git marks the workspace', function()
  vim.fn.mkdir(editor.path('checkout/.git'), 'p')
  equal(editor.path('checkout'), root_of('checkout/below/drain.py'), 'workspace')
end)

test("a repository's top is stronger than a package in it, and our own file is stronger than both", function()
  vim.fn.mkdir(editor.path('repository/.git'), 'p')
  editor.write('repository/package/pyproject.toml', {})
  equal(editor.path('repository'), root_of('repository/package/drain.py'), 'workspace')
  editor.write('repository/ours/perf-review.toml', {})
  editor.write('repository/ours/package/pyproject.toml', {})
  equal(editor.path('repository/ours'), root_of('repository/ours/package/drain.py'), 'workspace')
end)

test('a file in no workspace is reviewed', function()
  equal(nil, root_of('nowhere/drain.py'), 'workspace')
end)

test('two files of a workspace share a server, each workspace has its own', function()
  editor.start_over()
  equal(editor.path('checkout'), root_of('checkout/one.py'), 'workspace')
  equal(editor.path('checkout'), root_of('checkout/other.py'), 'workspace')
  equal(1, #editor.clients(), 'clients')
  root_of('repository/one.py')
  equal(2, #editor.clients(), 'clients')
end)

test('what is no file is left alone', function()
  editor.start_over()
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_set_current_buf(buffer)
  vim.bo[buffer].filetype = 'python'
  harness.never('client', function()
    return #editor.clients() > 0
  end)
end)

test('a new file that was never written is reviewed', function()
  local buffer = editor.open('checkout/unwritten.py')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, editor.DRAIN)
  eventually('a finding', function()
    return editor.findings(buffer, 'list-pop-front')[1]
  end)
end)

harness.run()
