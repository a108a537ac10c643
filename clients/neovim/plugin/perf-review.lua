-- The user command. Nothing else happens before setup() or vim.lsp.enable().
if vim.g.loaded_perf_review then
  return
end
vim.g.loaded_perf_review = true

--- @class perf-review.Subcommand
--- @field run fun(argument: string|nil)
--- @field complete? fun(beginning: string): string[] what the argument may be; without it there is none

--- @type table<string, perf-review.Subcommand>
local subcommands = {
  changes = {
    run = function(base)
      require('perf-review').changes(base)
    end,
    complete = function()
      return { 'HEAD', 'main', 'origin/HEAD' }
    end,
  },
  explain = {
    run = function(rule)
      require('perf-review').explain(rule)
    end,
    complete = function()
      return require('perf-review.rules').ids()
    end,
  },
  fix = {
    run = function()
      require('perf-review').fix_all()
    end,
  },
  ['hot-paths'] = {
    run = function()
      require('perf-review').hot_paths()
    end,
  },
  log = {
    run = function()
      require('perf-review').log()
    end,
  },
  restart = {
    run = function()
      require('perf-review').restart()
    end,
  },
  scan = {
    run = function(folder)
      require('perf-review').scan(folder)
    end,
    complete = function(beginning)
      return vim.fn.getcompletion(beginning, 'dir')
    end,
  },
}

local function names()
  local sorted = vim.tbl_keys(subcommands)
  table.sort(sorted)
  return sorted
end

local function beginning_with(beginning, words)
  return vim.tbl_filter(function(word)
    return vim.startswith(word, beginning)
  end, words)
end

vim.api.nvim_create_user_command('PerfReview', function(command)
  local name, argument = command.args:match('^(%S+)%s*(.-)%s*$')
  local subcommand = subcommands[name]
  local tell = require('perf-review.messages').tell
  if not subcommand then
    tell(('there is no :PerfReview %s; there are %s'):format(name, table.concat(names(), ', ')))
  elseif argument ~= '' and not subcommand.complete then
    tell((':PerfReview %s takes no argument'):format(name))
  else
    subcommand.run(argument ~= '' and argument or nil)
  end
end, {
  nargs = '+',
  desc = 'Fix, explain, review the change, scan, show hot paths or the log, or restart the server',
  complete = function(beginning, line)
    local name = line:match('PerfReview%s+(%S+)%s')
    if not name then
      return beginning_with(beginning, names())
    end
    local complete = subcommands[name] and subcommands[name].complete
    return complete and beginning_with(beginning, complete(beginning)) or {}
  end,
})
