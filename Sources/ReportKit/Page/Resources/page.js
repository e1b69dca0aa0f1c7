// What a report does in a browser. Everything it shows is in the page already; without it the page is complete but still.
(function () {
  'use strict';
  var root = document.documentElement;
  var data = JSON.parse(document.getElementById('data').textContent);
  var chosen = null;
  root.classList.add('js');

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function make(tag, text, name) {
    var element = document.createElement(tag);
    if (text) { element.textContent = text; }
    if (name) { element.className = name; }
    return element;
  }

  // ---- Numbers as people write them

  function fixed(value, decimals) {
    var parts = Math.abs(value).toFixed(decimals).split('.');
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ',');
    return (value < 0 && parts.join('').search(/[1-9]/) >= 0 ? '−' : '') + parts.join('.');
  }
  function plain(value) {
    var size = Math.abs(value);
    return fixed(value, size >= 99.95 || value === Math.round(value) ? 0 : size >= 9.995 ? 1 : 2);
  }
  function duration(seconds) {
    if (seconds < 0) { return '−' + duration(-seconds); }
    if (seconds < 9.95) { return (Math.round(seconds * 10) / 10) + 's'; }
    var whole = Math.round(seconds);
    if (whole < 60) { return whole + 's'; }
    if (whole < 3600) { return Math.floor(whole / 60) + 'm' + (whole % 60 ? ' ' + whole % 60 + 's' : ''); }
    var minutes = Math.round(whole / 60);
    if (minutes < 1440) { return Math.floor(minutes / 60) + 'h' + (minutes % 60 ? ' ' + minutes % 60 + 'm' : ''); }
    var hours = Math.round(minutes / 60);
    return Math.floor(hours / 24) + 'd' + (hours % 24 ? ' ' + hours % 24 + 'h' : '');
  }
  function words(value, kind) {
    switch (kind) {
      case 'share': return fixed(value * 100, Math.abs(value) < 0.0995 && value !== 0 ? 1 : 0) + ' %';
      case 'duration': return duration(value);
      case 'points': return (value > 0 ? '+' : '') + fixed(value * 100, 1) + ' points';
      case 'hours': return plain(value) + ' h';
      default: return plain(value);
    }
  }
  // A mark of an axis, with as many decimals as tell it from its neighbours.
  function tick(value, kind, ticks) {
    var step = ticks.length > 1 ? Math.abs(ticks[1].value - ticks[0].value) : 1;
    function decimals(step) { return Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9))); }
    switch (kind) {
      case 'duration': return duration(value);
      case 'share': return fixed(value * 100, decimals(step * 100)) + ' %';
      case 'points': return (value > 0 ? '+' : '') + fixed(value * 100, decimals(step * 100));
      case 'hours': return fixed(value, decimals(step)) + ' h';
      default: return fixed(value, decimals(step));
    }
  }
  // A round step of about a sixth of the largest duration: 5s, 30s, 10m, 2h, 1d.
  function durationStep(most) {
    var steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200, 86400, 172800, 604800];
    for (var i = 0; i < steps.length; i++) { if (steps[i] * 6 >= most) { return steps[i]; } }
    return 604800 * Math.ceil(most / 6 / 604800);
  }

  // ---- Charts

  var charts = [];
  var dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4], [1, 2], [6, 2, 2, 2, 2, 2]];
  var points = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'rectRounded', 'cross'];

  function colour(name) { return getComputedStyle(root).getPropertyValue('--' + name).trim(); }
  function faint(hex, alpha) {
    var n = parseInt(hex.slice(1), 16);
    return 'rgba(' + (n >> 16) + ',' + (n >> 8 & 255) + ',' + (n & 255) + ',' + alpha + ')';
  }
  // Stripes tell stacked bars apart where colours do not.
  function striped(hex, turn) {
    if (turn % 4 === 0) { return hex; }
    var tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    var pen = tile.getContext('2d');
    pen.fillStyle = hex;
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = colour('card');
    pen.lineWidth = 1.2;
    pen.globalAlpha = 0.6;
    pen.beginPath();
    if (turn % 4 === 1) { pen.moveTo(-2, 10); pen.lineTo(10, -2); pen.moveTo(-2, 2); pen.lineTo(2, -2); pen.moveTo(6, 10); pen.lineTo(10, 6); }
    if (turn % 4 === 2) { pen.moveTo(0, 4); pen.lineTo(8, 4); }
    if (turn % 4 === 3) { pen.moveTo(4, 0); pen.lineTo(4, 8); }
    pen.stroke();
    return pen.createPattern(tile, 'repeat');
  }

  // Points by two numbers; the faded ones are hollow diamonds.
  function pointSets(chart, view) {
    var series = view.series[0], x = chart.positions.values, faded = chart.faded ? chart.faded.places : [];
    function set(name, isFaded) {
      var ink = colour(isFaded ? 'soft' : 's1'), data = [];
      chart.labels.forEach(function (_, place) {
        if (!!faded[place] === isFaded && x[place] !== null && series.values[place] !== null) {
          data.push({ x: x[place], y: series.values[place], place: place });
        }
      });
      return {
        label: name, data: data, isFaded: isFaded, isPoint: true, borderColor: ink, backgroundColor: isFaded ? colour('card') : ink,
        borderWidth: 1.5, pointStyle: isFaded ? 'rectRot' : 'circle', pointRadius: isFaded ? 5 : 6, pointHoverRadius: 8, pointHitRadius: 8,
        hasPoints: true, clip: 8
      };
    }
    var sets = [set(chart.faded ? chart.faded.others : series.name, false)];
    if (faded.indexOf(true) >= 0) { sets.push(set(chart.faded.title, true)); }
    return sets;
  }

  // Of many points crosses would hide each other: the table has the intervals.
  function hasCrosses(chart) { return chart.positions.crosses; }
  // Ends of an axis that hold every number and, where they are drawn, its interval.
  function ends(numbers, chart) {
    var all = numbers.values;
    if (hasCrosses(chart) && numbers.low) { all = all.concat(numbers.low, numbers.high); }
    all = all.filter(function (value) { return value !== null; });
    return { least: Math.min.apply(null, all), most: Math.max.apply(null, all) };
  }

  // Texts beside their places, clear of all that is taken and of each other; those without room are left out.
  function layOut(pen, texts, places, area, occupied) {
    var taken = occupied.slice(), found = [];
    places.forEach(function (place, at) {
      var width = pen.measureText(texts[at]).width;
      [
        [10, 0], [-10 - width, 0], [-width / 2, -16], [-width / 2, 16], [10, -12], [10, 12], [-10 - width, -12], [-10 - width, 12],
        [8 - width, -18], [8 - width, 18], [-8, -18], [-8, 18], [-width / 2, -32], [-width / 2, 32], [8 - width, -34], [-8, 34]
      ].some(function (off) {
        var left = place.x + off[0], middle = place.y + off[1];
        var box = [left, middle - 8, left + width, middle + 8];
        if (box[0] < area.left || box[2] > area.right || box[1] < area.top || box[3] > area.bottom) { return false; }
        if (taken.some(function (t) { return t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]; })) { return false; }
        taken.push(box);
        found.push({ place: place, text: texts[at], left: left, middle: middle });
        return true;
      });
    });
    return found;
  }
  // The key of numbered points below their chart.
  function showKey(canvas, text) {
    var plot = canvas.closest('.plot'), key = plot.nextElementSibling;
    if (!key || !key.classList.contains('key')) {
      if (!text) { return; }
      key = make('p', '', 'note key');
      plot.insertAdjacentElement('afterend', key);
    }
    if (key.textContent !== text) { key.textContent = text; }
    key.hidden = !text;
  }

  // Intervals as crosses through the points, and their names where there is room.
  var pointMarks = {
    id: 'points',
    afterDatasetsDraw: function (drawn) {
      var points = drawn.options.points;
      if (!points) { return; }
      var pen = drawn.ctx, area = drawn.chartArea, x = drawn.scales.x, y = drawn.scales.y;
      var chart = points.chart, series = points.view.series[0], taken = [], places = [];
      pen.save();
      pen.font = '13px ' + Chart.defaults.font.family;
      drawn.data.datasets.forEach(function (set, at) {
        if (!drawn.isDatasetVisible(at)) { return; }
        set.data.forEach(function (point) {
          var cx = x.getPixelForValue(point.x), cy = y.getPixelForValue(point.y), p = chart.positions;
          pen.strokeStyle = set.borderColor;
          pen.lineWidth = set.isFaded ? 1 : 1.5;
          pen.setLineDash(set.isFaded ? [2, 3] : []);
          pen.beginPath();
          if (hasCrosses(chart) && series.low && series.low[point.place] !== null) {
            var low = y.getPixelForValue(series.low[point.place]), high = y.getPixelForValue(series.high[point.place]);
            pen.moveTo(cx, low);
            pen.lineTo(cx, high);
            taken.push([cx - 2, high, cx + 2, low]);
          }
          if (hasCrosses(chart) && p.low && p.low[point.place] !== null) {
            var left = x.getPixelForValue(p.low[point.place]), right = x.getPixelForValue(p.high[point.place]);
            pen.moveTo(left, cy);
            pen.lineTo(right, cy);
            taken.push([left, cy - 2, right, cy + 2]);
          }
          pen.stroke();
          taken.push([cx - 7, cy - 7, cx + 7, cy + 7]);
          places.push({ x: cx, y: cy, name: chart.labels[point.place], isFaded: set.isFaded, number: point.place + 1 });
        });
      });
      pen.textBaseline = 'middle';
      places.sort(function (a, b) { return a.isFaded - b.isFaded; });
      var names = layOut(pen, places.map(function (place) {
        return place.name.length > 28 ? place.name.slice(0, 27) + '…' : place.name;
      }), places, area, taken);
      // Where names would collide numbers stand for them, and the key below says whose they are; of very many the table alone does.
      var isNumbered = names.length < places.length && places.length <= 40;
      if (isNumbered) { names = layOut(pen, places.map(function (place) { return String(place.number); }), places, area, taken); }
      names.forEach(function (name) {
        pen.fillStyle = colour(name.place.isFaded ? 'soft' : 'ink');
        pen.fillText(name.text, name.left, name.middle);
      });
      showKey(drawn.canvas, isNumbered ? places.slice().sort(function (a, b) { return a.number - b.number; }).map(function (place) {
        return place.number + '\u00a0' + place.name;
      }).join(' · ') : '');
      pen.restore();
    }
  };

  function datasets(chart, view) {
    if (chart.form === 'scatter') { return pointSets(chart, view); }
    var sets = [];
    var turn = 0;
    var many = chart.labels.length > 60;
    view.series.forEach(function (series) {
      var isReference = series.style === 'reference';
      var ink = isReference ? colour('ink') : colour('s' + (turn % 8 + 1));
      if (chart.form === 'stackedBars') {
        sets.push({
          label: series.name, data: series.values, backgroundColor: striped(ink, turn), borderColor: colour('card'), borderWidth: many ? 0 : 0.5,
          barPercentage: 1, categoryPercentage: many ? 1 : 0.9
        });
      } else {
        if (series.low) {
          sets.push({ label: series.name, isBand: true, data: series.low, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, fill: false });
          sets.push({
            label: series.name, isBand: true, data: series.high, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, fill: '-1',
            backgroundColor: faint(ink, 0.2)
          });
        }
        sets.push({
          label: series.name, data: series.values, low: series.low, high: series.high, borderColor: ink, backgroundColor: ink,
          clip: 8, borderWidth: isReference ? 1.5 : 2, borderDash: isReference ? [3, 4] : dashes[turn % 8],
          pointStyle: points[turn % 8], hasPoints: !(isReference || many || series.style === 'step'),
          pointRadius: isReference || many || series.style === 'step' ? 0 : 2.5, pointHoverRadius: isReference ? 0 : 5,
          stepped: series.style === 'step' ? 'before' : false, spanGaps: false, tension: 0
        });
      }
      if (!isReference) { turn += 1; }
    });
    return sets;
  }

  // A piece of the line for the legend, dashes and point included.
  function sample(set) {
    var tile = document.createElement('canvas');
    tile.width = 34;
    tile.height = 10;
    var pen = tile.getContext('2d');
    pen.strokeStyle = set.borderColor || colour('ink');
    pen.fillStyle = set.isPoint ? set.backgroundColor : pen.strokeStyle;
    pen.lineWidth = set.borderWidth || 1;
    pen.setLineDash(set.borderDash || []);
    pen.beginPath();
    pen.moveTo(0, 5);
    pen.lineTo(34, 5);
    if (!set.isPoint) { pen.stroke(); }
    pen.setLineDash([]);
    if (set.hasPoints) { Chart.helpers.drawPoint(pen, { pointStyle: set.pointStyle, radius: 4, borderWidth: 1.5 }, 17, 5); }
    return tile;
  }

  // The labels to write below a chart of this width: clear of each other, on round hours where places are times of the day. Where days
  // change the date stands instead of midnight.
  function axisLabels(chart, width) {
    if (chart.labelled && chart.labelled.width === width) { return chart.labelled.texts; }
    var times = chart.labels.map(function (label) { return /^(.* )?(\d+):(\d\d)$/.exec(label); });
    var texts = times.every(Boolean) && times.length > 1 ? clockLabels(times, width) : null;
    if (!texts) {
      var step = labelStep(chart, width);
      texts = chart.labels.map(function (label, place) { return place % step ? '' : label; });
    }
    chart.labelled = { width: width, texts: texts };
    return texts;
  }
  function clockLabels(times, width) {
    function minutes(time) { return +time[2] * 60 + +time[3]; }
    var dated = times.some(function (time) { return time[1]; });
    var one = (minutes(times[1]) - minutes(times[0]) + 1440) % 1440 || 1440;
    // Where places do not begin on the hour, neither do the labels.
    var offset = minutes(times[0]) % one, last = minutes(times[times.length - 1]);
    var widest = (dated ? 10 : String(Math.floor(last / 60)).length + 3) * 6.6 + 16;
    var room = Math.max(1, Math.floor((width - 60) / widest));
    var step = [15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 4320, 10080].filter(function (step) {
      return step % one === 0 && times.length * one / step <= room;
    })[0];
    if (!step) { return null; }
    var next = dated ? 0 : -Infinity, days = 0;
    return times.map(function (time, place) {
      var at = minutes(time);
      if (dated && place > 0 && time[1] !== times[place - 1][1]) { days += 1; }
      var isRound = step <= 1440 ? (at - offset) % step === 0 : at % 1440 === offset && days % (step / 1440) === 0;
      // The first place says which day it is.
      if (dated && place === 0 && !isRound) {
        next = Math.ceil(60 / ((width - 60) / times.length));
        return time[1].trim();
      }
      if (!isRound || place < next) { return ''; }
      return dated && at === offset ? time[1].trim() : time[2] + ':' + time[3];
    });
  }
  function labelStep(chart, width) {
    var widest = 0;
    chart.labels.forEach(function (label) { widest = Math.max(widest, label.length); });
    var room = Math.max(1, Math.floor((width - 60) / (widest * 6.6 + 16)));
    var steps = [1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 72, 96, 144, 192, 336, 672];
    for (var i = 0; i < steps.length; i++) { if (chart.labels.length / steps[i] <= room) { return steps[i]; } }
    return Math.ceil(chart.labels.length / room);
  }

  // A band behind the chosen interval.
  var marker = {
    id: 'chosen',
    beforeDatasetsDraw: function (drawn) {
      var at = drawn.options.at;
      if (chosen === null || !at || !at.length) { return; }
      var from = at.indexOf(chosen), to = at.lastIndexOf(chosen);
      if (from < 0) { return; }
      var x = drawn.scales.x, area = drawn.chartArea;
      var half = at.length > 1 ? Math.abs(x.getPixelForValue(1) - x.getPixelForValue(0)) / 2 : 10;
      var left = Math.max(area.left, x.getPixelForValue(from) - half), right = Math.min(area.right, x.getPixelForValue(to) + half);
      drawn.ctx.save();
      drawn.ctx.fillStyle = colour('mark');
      drawn.ctx.fillRect(left, area.top, Math.max(2, right - left), area.bottom - area.top);
      drawn.ctx.restore();
    }
  };

  function options(chart, view) {
    var soft = colour('soft'), grid = colour('grid');
    var most = 0;
    view.series.forEach(function (s) {
      (s.high || s.values).concat(s.values).forEach(function (v) { if (v !== null && v > most) { most = v; } });
    });
    var y = {
      beginAtZero: true, stacked: chart.form === 'stackedBars', grid: { color: grid, drawBorder: false },
      title: { display: !!chart.unit, text: chart.unit, color: soft },
      ticks: { color: soft, maxTicksLimit: 7, callback: function (value, _, ticks) { return tick(value, chart.quantity, ticks); } }
    };
    // People and contacts of one moment are whole.
    if (view.series.every(function (s) { return s.values.every(function (v) { return v === Math.round(v); }); })) { y.ticks.precision = 0; }
    if (chart.maximum) { y.max = chart.maximum; }
    if (chart.form === 'scatter') {
      y.beginAtZero = false;
      y.suggestedMin = ends(view.series[0], chart).least;
      y.suggestedMax = ends(view.series[0], chart).most;
      y.grace = '12%';
      // Room above the largest value, but no share beyond all.
      y.ticks.callback = function (value, _, ticks) { return chart.quantity === 'share' && value > 1.0000001 ? '' : tick(value, chart.quantity, ticks); };
      y.title = { display: true, text: view.name, color: soft };
    }
    if (chart.quantity === 'duration') { y.ticks.stepSize = durationStep(most); y.ticks.maxTicksLimit = 12; }
    var x = chart.form === 'scatter' ? {
      type: 'linear', grace: '8%', suggestedMin: ends(chart.positions, chart).least, suggestedMax: ends(chart.positions, chart).most, grid: { color: grid, drawBorder: true, borderColor: grid },
      ticks: { color: soft, maxRotation: 0, maxTicksLimit: 7, callback: function (value, _, ticks) { return tick(value, chart.positions.quantity, ticks); } },
      title: { display: true, text: chart.positions.title + (chart.positions.unit ? ', ' + chart.positions.unit : ''), color: soft }
    } : {
      stacked: chart.form === 'stackedBars', grid: { display: false, drawBorder: true, borderColor: grid },
      ticks: {
        color: soft, maxRotation: 0, autoSkip: false,
        callback: function (_, index) { return axisLabels(chart, this.chart.width)[index]; }
      },
      offset: chart.form === 'stackedBars',
      title: { display: chart.at.length === 0, text: chart.axis, color: soft }
    };
    return {
      responsive: true, maintainAspectRatio: false, animation: false, at: chart.at, locale: 'en',
      points: chart.form === 'scatter' ? { chart: chart, view: view } : null,
      interaction: chart.form === 'scatter' ? { mode: 'nearest', intersect: true } : { mode: 'index', intersect: false },
      onClick: function (event, _, drawn) {
        var hit = drawn.getElementsAtEventForMode(event, 'index', { intersect: false }, true);
        if (hit.length && chart.at.length) { choose(chart.at[hit[0].index] === chosen ? null : chart.at[hit[0].index], drawn.canvas); }
      },
      scales: {
        x: x,
        y: y
      },
      plugins: {
        legend: {
          display: view.series.length > 1 || (chart.faded || { places: [] }).places.indexOf(true) >= 0, position: 'bottom', align: 'start',
          labels: {
            color: colour('ink'), usePointStyle: chart.form !== 'stackedBars', boxWidth: 26, pointStyleWidth: 40, boxHeight: chart.form === 'stackedBars' ? 10 : undefined,
            filter: function (item, all) { return !all.datasets[item.datasetIndex].isBand; },
            generateLabels: function (drawn) {
              var items = Chart.defaults.plugins.legend.labels.generateLabels(drawn);
              if (chart.form !== 'stackedBars') {
                items.forEach(function (item) { item.pointStyle = sample(drawn.data.datasets[item.datasetIndex]); });
              }
              return items;
            }
          },
          // A line leaves with its band.
          onClick: function (_, item, legend) {
            var name = legend.chart.data.datasets[item.datasetIndex].label;
            var shows = legend.chart.isDatasetVisible(item.datasetIndex);
            legend.chart.data.datasets.forEach(function (set, i) { if (set.label === name) { legend.chart.setDatasetVisibility(i, !shows); } });
            legend.chart.update();
          }
        },
        tooltip: {
          filter: function (item) { return !item.dataset.isBand; },
          boxPadding: 5,
          callbacks: {
            label: function (item) {
              var set = item.dataset, i = item.dataIndex;
              if (set.isPoint) {
                return chart.labels[item.raw.place] + '  ' + words(item.raw.x, chart.positions.quantity) + ', ' + words(item.raw.y, chart.quantity);
              }
              var text = set.label + '  ' + words(item.parsed.y, chart.quantity);
              if (set.low && set.low[i] !== null && set.high[i] !== set.low[i]) {
                text += ' (' + words(set.low[i], chart.quantity) + ' – ' + words(set.high[i], chart.quantity) + ')';
              }
              return text;
            }
          }
        }
      }
    };
  }

  function draw(entry) {
    var view = entry.chart.views[entry.view];
    if (entry.drawn) { entry.drawn.destroy(); }
    entry.isStale = false;
    entry.drawn = new Chart(entry.canvas, {
      type: { stackedBars: 'bar', scatter: 'scatter' }[entry.chart.form] || 'line',
      data: { labels: entry.chart.labels, datasets: datasets(entry.chart, view) },
      options: options(entry.chart, view), plugins: [marker, pointMarks]
    });
  }
  // What is in sight at once, the rest one by one, so that a page of many charts opens quickly.
  function redraw(done) {
    var rest = charts.filter(function (entry) {
      var box = entry.canvas.getBoundingClientRect();
      if (box.top < innerHeight && box.bottom > 0) { draw(entry); return false; }
      return true;
    });
    rest.forEach(function (entry) { entry.isStale = true; });
    (function next() {
      var entry = rest.shift();
      if (!entry) { done(); return; }
      if (entry.isStale) { draw(entry); }
      setTimeout(next, 0);
    }());
  }
  function redrawAll() { charts.forEach(draw); }

  all('figure[data-chart]').forEach(function (figure) {
    var chart = data.charts[+figure.dataset.chart];
    chart.labels = chart.labels || data.intervals;
    chart.at = chart.at === true ? data.intervals.map(function (_, i) { return i; }) : chart.at || [];
    var entry = { figure: figure, chart: chart, view: 0, canvas: figure.querySelector('canvas'), drawn: null };
    charts.push(entry);
    // Arrows walk through the places and say them; Enter chooses the interval.
    var place = -1;
    entry.canvas.addEventListener('keydown', function (event) {
      var step = entry.drawn && { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        place = Math.min(chart.labels.length - 1, Math.max(0, place + step));
        var active = [];
        entry.drawn.data.datasets.forEach(function (set, i) {
          var index = set.isPoint ? set.data.findIndex(function (point) { return point.place === place; }) : place;
          if (!set.isBand && index >= 0) { active.push({ datasetIndex: i, index: index }); }
        });
        entry.drawn.tooltip.setActiveElements(active, { x: 0, y: 0 });
        entry.drawn.update();
        var at = chart.positions;
        say(chart.labels[place] + ': ' + (at ? at.title + ' ' + (at.values[place] === null ? 'none' : words(at.values[place], at.quantity)) + ', ' : '') + chart.views[entry.view].series.map(function (s) {
          return s.name + ' ' + (s.values[place] === null ? 'none' : words(s.values[place], chart.quantity));
        }).join(', '));
        event.preventDefault();
      } else if (event.key === 'Enter' && place >= 0 && chart.at.length) {
        choose(chart.at[place] === chosen ? null : chart.at[place], entry.canvas);
      }
    });
  });

  // Tables behind charts have the numbers of the charts: they are written into the page once.
  function fill(table) {
    var behind = table.closest('figure[data-chart] .behind');
    if (!behind || table.isFilled) { return; }
    table.isFilled = true;
    var chart = data.charts[+behind.closest('figure').dataset.chart];
    var columns = (chart.positions ? [chart.positions] : []).concat(chart.views[+behind.dataset.view].series);
    all('tbody tr', table).forEach(function (row, place) {
      columns.forEach(function (column, c) {
        var value = column.values[place], cell = row.cells[c + 1];
        if (value === null) { return; }
        cell.dataset.v = value;
        if (column.low && column.low[place] !== null && column.low[place] < column.high[place]) {
          cell.dataset.l = column.low[place];
          cell.dataset.h = column.high[place];
        }
      });
    });
  }
  all('figure[data-chart] .behind').forEach(function (behind) {
    var at = data.charts[+behind.closest('figure').dataset.chart].at;
    if (at.length) { all('tbody tr', behind).forEach(function (row, place) { row.dataset.i = at[place]; }); }
    behind.addEventListener('toggle', function () { fill(behind.querySelector('table')); });
  });

  function say(text) { document.getElementById('status').textContent = text; }

  // ---- Views: one at a time, chosen by the reader

  all('figure').forEach(function (figure) {
    var parts = all('[data-view]', figure);
    function show(view) {
      parts.forEach(function (part) { part.hidden = part.dataset.view !== view; });
      charts.forEach(function (entry) {
        if (entry.figure === figure && entry.view !== +view) { entry.view = +view; draw(entry); }
      });
    }
    var select = figure.querySelector('.choice select');
    if (!select) { return; }
    show('0');
    select.value = '0';
    select.addEventListener('change', function () { show(select.value); });
  });

  // ---- One interval everywhere

  var filter = document.getElementById('interval');
  var clear = document.getElementById('all');
  var marked = all('[data-i]');

  // What the reader pointed at stays where it is, though rows above it come and go.
  function choose(interval, anchor) {
    var top = anchor ? anchor.getBoundingClientRect().top : 0;
    chosen = interval;
    root.classList.toggle('is-filtered', interval !== null);
    filter.value = interval === null ? '' : String(interval);
    clear.hidden = interval === null;
    var hidden = 0;
    marked.forEach(function (element) {
      var isOther = interval !== null && +element.dataset.i !== interval;
      if (element.tagName === 'TD') {
        element.classList.toggle('chosen', interval !== null && !isOther);
      } else {
        element.classList.toggle('filtered-out', isOther);
        if (isOther) { hidden += 1; }
      }
    });
    if (anchor) { scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' }); }
    charts.forEach(function (entry) { if (entry.chart.at.length && entry.drawn) { entry.drawn.update(); } });
    say(interval === null ? '' : 'Tables and stories show ' + data.intervals[interval] + ' only; charts mark it.');
  }

  if (marked.length && data.intervals.length > 1) {
    data.intervals.forEach(function (label, index) {
      var option = make('option', label);
      option.value = String(index);
      filter.appendChild(option);
    });
    document.getElementById('filter').hidden = false;
    filter.addEventListener('change', function () { choose(filter.value === '' ? null : +filter.value); });
    clear.addEventListener('click', function () { choose(null); filter.focus(); });
    document.addEventListener('click', function (event) {
      var at = event.target.closest && event.target.closest('tr[data-i], .heat td[data-i], .grid td[data-i]');
      if (!at || event.target.closest('a, button') || String(getSelection()) !== '') { return; }
      choose(+at.dataset.i === chosen ? null : +at.dataset.i, at);
    });
  }

  // ---- Tables: sort, and copy into a spreadsheet

  function key(cell) {
    var text = cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent.trim();
    return text !== '' && isFinite(text) ? +text : text;
  }
  function compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') { return a - b; }
    // What is undefined comes last in either direction.
    if (typeof a === 'number') { return -1; }
    if (typeof b === 'number') { return 1; }
    return a.localeCompare(b, 'en', { numeric: true });
  }
  function sort(table, column, ascending) {
    fill(table);
    var rows = all('tbody tr', table);
    var original = column === 0 && rows.every(function (row) { return row.dataset.i !== undefined; });
    var keyed = rows.map(function (row, place) {
      return { row: row, key: original ? +row.dataset.i : key(row.cells[column]), place: place };
    });
    var hasNumbers = keyed.some(function (k) { return typeof k.key === 'number'; });
    keyed.sort(function (a, b) {
      var isWord = hasNumbers && (typeof a.key !== 'number' || typeof b.key !== 'number');
      var order = compare(a.key, b.key);
      return (ascending || isWord ? order : -order) || a.place - b.place;
    });
    keyed.forEach(function (k) { table.tBodies[0].appendChild(k.row); });
  }
  function tsv(table) {
    fill(table);
    var head = table.tHead.rows[0].cells;
    var rows = all('tbody tr', table).filter(function (row) { return !row.classList.contains('filtered-out'); });
    function clean(text) { return text.replace(/[\t\r\n]+/g, ' ').trim(); }
    function title(cell) { var name = cell.querySelector('.term, span'); return clean((name || cell).textContent); }
    var hasRange = Array.prototype.map.call(head, function (_, c) {
      return rows.some(function (row) { return row.cells[c].dataset.l !== undefined; });
    });
    var lines = [[]];
    Array.prototype.forEach.call(head, function (cell, c) {
      lines[0].push(title(cell));
      if (hasRange[c]) { lines[0].push(title(cell) + ' low', title(cell) + ' high'); }
    });
    rows.forEach(function (row) {
      var line = [];
      Array.prototype.forEach.call(row.cells, function (cell, c) {
        var set = cell.dataset;
        var text = set.v !== undefined ? set.v : clean(cell.textContent);
        line.push(text === '–' ? '' : text);
        if (hasRange[c]) { line.push(set.l || '', set.h || ''); }
      });
      lines.push(line);
    });
    return lines.map(function (line) { return line.join('\t'); }).join('\n') + '\n';
  }
  function copy(text, button) {
    var name = button.textContent;
    function done(worked) {
      button.textContent = worked ? 'Copied' : 'Could not copy';
      say(button.textContent);
      setTimeout(function () { button.textContent = name; }, 1500);
    }
    function byHand() {
      var area = make('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      var worked = document.execCommand('copy');
      area.remove();
      done(worked);
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(function () { done(true); }, byHand);
    } else { byHand(); }
  }

  all('table.data').forEach(function (table) {
    var titles = all('thead th', table);
    if (table.tBodies[0].rows.length > 1) {
      titles.forEach(function (title, column) {
        var button = make('button', '↕', 'sort');
        button.type = 'button';
        button.setAttribute('aria-label', 'Sort by ' + (title.textContent.trim() || 'verdict'));
        button.addEventListener('click', function () {
          var ascending = title.getAttribute('aria-sort') !== 'ascending';
          titles.forEach(function (other) {
            other.removeAttribute('aria-sort');
            other.querySelector('.sort').textContent = '↕';
          });
          title.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
          button.textContent = ascending ? '↑' : '↓';
          sort(table, column, ascending);
        });
        // The sign stays with the last word.
        title.appendChild(document.createTextNode('\u2060'));
        title.appendChild(button);
      });
    }
    var tools = make('div', '', 'tools');
    var button = make('button', 'Copy table');
    button.type = 'button';
    button.setAttribute('aria-label', 'Copy table: ' + table.caption.textContent);
    button.addEventListener('click', function () { copy(tsv(table), button); });
    tools.appendChild(button);
    table.closest('.scroll').insertAdjacentElement('afterend', tools);
  });
  all('.listing').forEach(function (listing) {
    var button = make('button', 'Copy');
    var tools = make('div', '', 'tools');
    button.type = 'button';
    button.setAttribute('aria-label', 'Copy: ' + listing.querySelector('summary').textContent);
    button.addEventListener('click', function () { copy(listing.querySelector('pre').textContent, button); });
    tools.appendChild(button);
    listing.appendChild(tools);
  });

  // ---- What is wider than the screen says so

  // All is read before anything is written: the page is laid out once, not once for each table.
  function measure() {
    var boxes = all('.scroll').map(function (box) {
      return { box: box, isWide: box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1 };
    });
    boxes.forEach(function (found) {
      var box = found.box, sign = box.nextElementSibling;
      if (!sign || !sign.classList.contains('sign')) {
        if (!found.isWide) { return; }
        sign = make('p', 'Wider than the screen: scroll sideways ⇄', 'sign');
        box.insertAdjacentElement('afterend', sign);
      }
      box.classList.toggle('is-wide', found.isWide);
      sign.hidden = !found.isWide || box.hidden;
    });
  }
  measure();
  // Of a day that is wider than the screen the first look is at where people are missing first.
  all('.plan .scroll.is-wide').forEach(function (box) {
    var short = box.querySelector('.main .m-short') || box.querySelector('.m-short');
    var corner = box.querySelector('.corner');
    if (short) { box.scrollLeft = short.offsetLeft - corner.offsetWidth - 48; }
  });
  addEventListener('resize', measure);
  document.addEventListener('toggle', measure, true);
  document.addEventListener('change', measure);

  // ---- Definitions where the words are

  var tip = make('div');
  tip.id = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.appendChild(tip);
  function explain(term) {
    tip.textContent = document.getElementById(term.getAttribute('aria-describedby')).textContent;
    tip.hidden = false;
    var box = term.getBoundingClientRect(), size = tip.getBoundingClientRect();
    var left = Math.max(8, Math.min(box.left, root.clientWidth - size.width - 8));
    var below = box.bottom + 6 + size.height < innerHeight;
    tip.style.left = left + scrollX + 'px';
    tip.style.top = (below ? box.bottom + 6 : Math.max(4, box.top - size.height - 6)) + scrollY + 'px';
  }
  function hush() { tip.hidden = true; }
  all('a.term').forEach(function (term) {
    term.addEventListener('mouseenter', function () { explain(term); });
    term.addEventListener('focus', function () { explain(term); });
    term.addEventListener('mouseleave', hush);
    term.addEventListener('blur', hush);
    // A tap shows the definition; the list of terms is for pages without this script.
    term.addEventListener('click', function (event) { event.preventDefault(); explain(term); });
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape') { hush(); } });

  // ---- Light, dark, paper

  if (charts.length) {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
    matchMedia('print').addEventListener('change', redrawAll);
    addEventListener('beforeprint', function () {
      charts.forEach(function (entry) { if (entry.drawn) { entry.drawn.resize(); } else { draw(entry); } });
    });
    addEventListener('afterprint', function () { charts.forEach(function (entry) { entry.drawn.resize(); }); });
  }
  redraw(function () { root.dataset.ready = 'yes'; });
}());
