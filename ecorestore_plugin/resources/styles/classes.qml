<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" zoomedInResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer band="1" nodataColor="" opacity="1" alphaBand="-1" type="paletted">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry color="#4477aa" alpha="255" label="1" value="1"/>
        <paletteEntry color="#ee6677" alpha="255" label="2" value="2"/>
        <paletteEntry color="#228833" alpha="255" label="3" value="3"/>
        <paletteEntry color="#ccbb44" alpha="255" label="4" value="4"/>
        <paletteEntry color="#66ccee" alpha="255" label="5" value="5"/>
        <paletteEntry color="#aa3377" alpha="255" label="6" value="6"/>
        <paletteEntry color="#999933" alpha="255" label="7" value="7"/>
        <paletteEntry color="#882255" alpha="255" label="8" value="8"/>
        <paletteEntry color="#44aa99" alpha="255" label="9" value="9"/>
        <paletteEntry color="#bbbbbb" alpha="255" label="10" value="10"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" gamma="1" contrast="0"/>
    <huesaturation grayscaleMode="0" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" colorizeOn="0" saturation="0" invertColors="0" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
