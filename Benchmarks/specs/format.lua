-- Makes each request anew, as a load test with data of its own has to.
request = function()
  return wrk.format("GET", "/")
end
