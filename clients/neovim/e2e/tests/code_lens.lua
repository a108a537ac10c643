-- Code lenses are shown when the server has any, and asked for only then.
local harness = require('harness')
local editor = require('editor')
local test, eventually, never, equal = harness.test, harness.eventually, harness.never, harness.equal

--- A server in this Neovim that knows nothing but code lenses.
--- @param capabilities table
--- @return function cmd, table asked the methods that it was asked for
local function lens_server(capabilities)
  local asked = {}
  local title = 'runs on every scheduler step · 1 finding'
  local answers = {
    initialize = { capabilities = capabilities },
    ['textDocument/codeLens'] = {
      {
        range = { start = { line = 2, character = 0 }, ['end'] = { line = 2, character = 1 } },
        command = { title = title, command = '' },
      },
    },
  }
  return function(dispatchers)
    local closing = false
    local id = 0
    return {
      request = function(method, _, callback)
        asked[method] = (asked[method] or 0) + 1
        id = id + 1
        callback(nil, answers[method] or vim.NIL)
        return true, id
      end,
      notify = function(method)
        if method == 'exit' then
          closing = true
          dispatchers.on_exit(0, 0)
        end
        return true
      end,
      is_closing = function()
        return closing
      end,
      terminate = function()
        closing = true
        dispatchers.on_exit(0, 15)
      end,
    }
  end,
    asked
end

local function start(capabilities, wants_code_lens)
  local command, asked = lens_server(capabilities)
  local configuration = require('perf-review.client').callbacks(function()
    return wants_code_lens
  end)
  configuration.name = 'perf-review'
  configuration.cmd = command
  local buffer = editor.open('drain.py')
  vim.lsp.start(configuration, { bufnr = buffer })
  eventually('the client', function()
    return editor.clients()[1] and editor.clients()[1].attached_buffers[buffer]
  end)
  return buffer, asked
end

--- All texts that are shown beside or above the lines of a buffer, by line from 0.
local function virtual_texts(buffer)
  local texts = {}
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(buffer, -1, 0, -1, { details = true })) do
    for _, chunks in ipairs(mark[4].virt_lines or { mark[4].virt_text or {} }) do
      for _, chunk in ipairs(chunks) do
        table.insert(texts, { mark[2], chunk[1] })
      end
    end
  end
  return texts
end

local function shows_lens(buffer, line)
  vim.cmd('redraw!')
  return vim.iter(virtual_texts(buffer)):any(function(text)
    return text[1] == line and text[2]:find('runs on every scheduler step', 1, true) ~= nil
  end)
end

editor.write('drain.py', editor.DRAIN)

test('a server without lenses is not asked', function()
  local _, asked = start({ textDocumentSync = 2 }, true)
  vim.cmd('doautocmd BufEnter')
  never('question', function()
    return asked['textDocument/codeLens']
  end)
  editor.start_over()
end)

test('a server with lenses is asked, and they are shown', function()
  local buffer = start({ textDocumentSync = 2, codeLensProvider = {} }, true)
  eventually('the lens', function()
    return shows_lens(buffer, 2)
  end)
end)

test('they are asked for anew after a change', function()
  local client = editor.clients()[1]
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { '# new' })
  vim.cmd('doautocmd TextChanged')
  eventually('the lens at its line', function()
    return shows_lens(buffer, 2)
  end)
  equal(client.id, editor.clients()[1].id, 'client')
  editor.start_over()
end)

test('who does not want them does not see them', function()
  local buffer, asked = start({ textDocumentSync = 2, codeLensProvider = {} }, false)
  never('lens', function()
    return asked['textDocument/codeLens'] or shows_lens(buffer, 2)
  end)
end)

test('the real server says how often functions run and what was found', function()
  editor.start_over()
  require('perf-review').setup({ cmd = editor.command() })
  local buffer = editor.open(editor.PYTHON_FILE)
  local function lens_of(name)
    -- Neovim 0.12 shows those of the lines that are in the window.
    local line = vim.fn.search('def ' .. name, 'w') - 1
    vim.cmd('redraw!')
    for _, text in ipairs(virtual_texts(buffer)) do
      if text[1] == line and text[2]:find('runs on', 1, true) then
        return text[2]
      end
    end
  end
  eventually('the lens of a function with a finding', function()
    return (lens_of('writing_check') or ''):find('runs on every scheduler step · 1 finding', 1, true)
  end)
  local finding = editor.go_to_finding(buffer, 'list-pop-front')
  vim.api.nvim_buf_set_text(buffer, finding.lnum, finding.col, finding.end_lnum, finding.end_col, { 'None' })
  vim.cmd('doautocmd TextChanged')
  eventually('the lens without it', function()
    local lens = lens_of('writing_check')
    return lens and not lens:find('finding', 1, true)
  end)
  vim.lsp.codelens.run()
  eventually('the page that says why its functions are hot', function()
    return vim.iter(vim.api.nvim_list_bufs()):any(function(shown)
      return vim.api.nvim_buf_get_name(shown):find('hot-paths/hiradix_cache.py', 1, true) ~= nil
    end)
  end)
end)

test('setup() turns the lenses of the real server off', function()
  editor.start_over()
  require('perf-review').setup({ cmd = editor.command(), code_lens = false })
  local buffer = editor.open(editor.PYTHON_FILE)
  editor.go_to_finding(buffer, 'list-pop-front')
  -- The server says that lenses are out of date once it has read the workspace.
  never('lens', function()
    vim.cmd('redraw!')
    return vim.iter(virtual_texts(buffer)):any(function(text)
      return text[2]:find('^runs on every scheduler step') ~= nil
    end)
  end)
end)

harness.run()
